package dev.shipgate.audit.store.record;

import java.io.IOException;

/** The content of a record is not what was written: a broken disk, or somebody, changed it. */
public final class UnreadableRecordException extends RuntimeException {

    private static final long serialVersionUID = 1;

    public UnreadableRecordException(StoredRecord record, IOException cause) {
        super(
                "The content of the record at position " + record.position() + " of the chain " + record.chain()
                        + " cannot be read. GET /v1/audit/verification says more.",
                cause);
    }
}
