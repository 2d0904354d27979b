package dev.shipgate.audit.store.record;

import java.io.IOException;

/** The content of a record is not as it was written: a broken disk, or somebody, changed it. */
public final class UnreadableRecordException extends RuntimeException {

    private static final long serialVersionUID = 1;

    public UnreadableRecordException(StoredRecord record, IOException cause) {
        super(message(record, "cannot be read"), cause);
    }

    /** Of content that does not have its hash. */
    UnreadableRecordException(StoredRecord record) {
        super(message(record, "does not have the hash that was recorded with it"));
    }

    private static String message(StoredRecord record, String fault) {
        return "The content of the record at position " + record.position() + " of the chain " + record.chain() + " "
                + fault + ". GET /v1/audit/verification says more.";
    }
}
