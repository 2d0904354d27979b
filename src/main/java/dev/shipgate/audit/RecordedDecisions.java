package dev.shipgate.audit;

import dev.shipgate.audit.record.ContradictedRecordException;
import dev.shipgate.audit.record.DecisionArchive;
import dev.shipgate.audit.record.DecisionSelection;
import dev.shipgate.audit.record.PastDecision;
import dev.shipgate.audit.record.PastDecisions;
import dev.shipgate.audit.store.read.DecisionFilter;
import dev.shipgate.audit.store.read.RecordReader;
import dev.shipgate.audit.store.read.RecordReader.FirstRecords;
import dev.shipgate.audit.store.record.StoredRecord;
import dev.shipgate.audit.store.record.UnreadableRecordException;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/**
 * Decisions in the audit, to be evaluated again. While the records cannot be read, every method ends in a problem with
 * status 503.
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
        return new Pages(records, records.ids(filter, selection.last()));
    }

    private static final class Pages implements PastDecisions {

        private static final int MAX_RECORDS = 200;
        private static final long MAX_COMPRESSED_BYTES = 4 << 20;

        private final RecordReader records;
        private final List<UUID> ids;
        private int looked;

        Pages(RecordReader records, List<UUID> ids) {
            this.records = records;
            this.ids = ids;
        }

        @Override
        public int total() {
            return ids.size();
        }

        @Override
        public List<Unread> next() {
            List<UUID> page = ids.subList(looked, Math.min(ids.size(), looked + MAX_RECORDS));
            if (page.isEmpty()) {
                return List.of();
            }
            FirstRecords found = records.records(page, MAX_COMPRESSED_BYTES);
            looked += found.lookedFor();
            List<Unread> unread = new ArrayList<>();
            found.records().forEach(record -> unread.add(() -> read(record)));
            // Removed since they were counted, by the retention of records.
            for (int gone = found.records().size(); gone < found.lookedFor(); gone++) {
                unread.add(() -> {
                    throw new ContradictedRecordException("A decision was removed before it was read.");
                });
            }
            return unread;
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
