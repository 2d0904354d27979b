package dev.shipgate.audit;

import dev.shipgate.audit.record.ContradictedRecordException;
import dev.shipgate.audit.record.DecisionArchive;
import dev.shipgate.audit.record.DecisionSelection;
import dev.shipgate.audit.record.PastDecision;
import dev.shipgate.audit.record.PastDecisions;
import dev.shipgate.audit.store.read.DecisionFilter;
import dev.shipgate.audit.store.read.RecordReader;
import dev.shipgate.audit.store.record.StoredRecord;
import dev.shipgate.audit.store.record.UnreadableRecordException;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayInputStream;
import java.util.Collections;
import java.util.List;
import java.util.Objects;

/**
 * Decisions in the audit, to be evaluated again. While the records cannot be read, to ask for some ends in a problem
 * with status 503, and a backtest that is under way fails.
 */
@ApplicationScoped
public class RecordedDecisions implements DecisionArchive {

    private final RecordReader records;

    RecordedDecisions(RecordReader records) {
        this.records = records;
    }

    @Override
    public PastDecisions newest(DecisionSelection selection) {
        DecisionFilter filter = new DecisionFilter(
                selection.kind(),
                selection.service(),
                selection.environment(),
                null,
                null,
                null,
                null,
                null,
                null,
                selection.from(),
                selection.to(),
                null);
        return new Pages(records, filter, selection.last());
    }

    private static final class Pages implements PastDecisions {

        private static final int MAX_RECORDS = 200;
        private static final long MAX_COMPRESSED_BYTES = 4 << 20;

        private final RecordReader records;
        private final int total;
        private DecisionFilter filter;
        private List<StoredRecord> page;
        private int left;

        /** Reads the first page at once: whatever is recorded later is newer, and no part of it. */
        Pages(RecordReader records, DecisionFilter filter, int most) {
            this.records = records;
            this.filter = filter;
            this.left = most;
            this.page = read();
            this.total = page.size() + records.count(this.filter, left);
            this.left = total - page.size();
        }

        @Override
        public int total() {
            return total;
        }

        @Override
        public List<Unread> next() {
            List<StoredRecord> some = page.isEmpty() ? read() : page;
            page = List.of();
            return some.isEmpty()
                    ? removed()
                    : some.stream().<Unread>map(record -> () -> read(record)).toList();
        }

        /** The next page; empty when no decision is left. */
        private List<StoredRecord> read() {
            if (left == 0) {
                return List.of();
            }
            List<StoredRecord> read = records.records(filter, Math.min(left, MAX_RECORDS), MAX_COMPRESSED_BYTES);
            if (!read.isEmpty()) {
                left -= read.size();
                filter = filter.olderThan(
                        Objects.requireNonNull(read.get(read.size() - 1).decisionId()));
            }
            return read;
        }

        /** Those that the retention of records has removed since they were counted. */
        private List<Unread> removed() {
            int removed = left;
            left = 0;
            return Collections.nCopies(removed, () -> {
                throw new ContradictedRecordException("A decision was removed before it was read.");
            });
        }

        private static PastDecision read(StoredRecord record) {
            try {
                if (record.isLarge()) {
                    return PastDecision.read(record.requireUnchanged()::open);
                }
                byte[] text = record.unchangedText();
                return PastDecision.read(() -> new ByteArrayInputStream(text));
            } catch (UnreadableRecordException e) {
                throw new ContradictedRecordException(Objects.requireNonNull(e.getMessage()));
            }
        }
    }
}
