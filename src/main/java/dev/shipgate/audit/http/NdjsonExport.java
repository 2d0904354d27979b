package dev.shipgate.audit.http;

import dev.shipgate.audit.store.read.DecisionFilter;
import dev.shipgate.audit.store.read.RecordReader;
import dev.shipgate.audit.store.record.RecordText;
import dev.shipgate.audit.store.record.StoredRecord;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Objects;

/** Writes whole records, a line each, newest first. Reads a few at a time, however many there are. */
final class NdjsonExport implements StreamingOutput {

    private static final int MAX_RECORDS = 100;
    private static final long MAX_COMPRESSED_BYTES = 4 << 20;
    private static final int BUFFER_BYTES = 1 << 16;

    private final RecordReader records;
    private final DecisionQuery query;

    NdjsonExport(RecordReader records, DecisionQuery query) {
        this.records = records;
        this.query = query;
    }

    @Override
    public void write(OutputStream out) throws IOException {
        BufferedOutputStream lines = new BufferedOutputStream(out, BUFFER_BYTES);
        DecisionFilter filter = query.filter();
        int left = query.limit();
        List<StoredRecord> some = next(filter, left);
        while (!some.isEmpty()) {
            for (StoredRecord record : some) {
                RecordText.write(record, lines);
                lines.write('\n');
            }
            left -= some.size();
            filter = filter.olderThan(
                    Objects.requireNonNull(some.get(some.size() - 1).decisionId()));
            some = next(filter, left);
        }
        lines.flush();
    }

    private List<StoredRecord> next(DecisionFilter filter, int left) {
        return left == 0 ? List.of() : records.records(filter, Math.min(left, MAX_RECORDS), MAX_COMPRESSED_BYTES);
    }
}
