package dev.shipgate.audit.http;

import dev.shipgate.audit.record.RecordedDecision;
import dev.shipgate.audit.store.read.RecordReader;
import dev.shipgate.audit.store.record.StoredRecord;
import dev.shipgate.audit.store.record.UnreadableRecordException;
import dev.shipgate.decision.firing.IncludedFirings;
import dev.shipgate.decision.http.FormattedAnswers;
import dev.shipgate.http.limit.Bulkhead;
import dev.shipgate.http.limit.MemoryAdmission;
import dev.shipgate.http.limit.MemoryNeed;
import dev.shipgate.report.Report;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Recorded decisions, put in order for people. */
@ApplicationScoped
public class DecisionReports {

    private final RecordReader records;
    private final FormattedAnswers answers;
    private final MemoryAdmission admission;

    /** Of the facts on one page. */
    private static final long MAX_FIRING_BYTES = 1 << 20;

    private final Bulkhead firings = new Bulkhead(2, "Reads of firings");

    private final Bulkhead largeRecords = new Bulkhead(1, "Pages of large decisions");

    DecisionReports(RecordReader records, FormattedAnswers answers, MemoryAdmission admission) {
        this.records = records;
        this.answers = answers;
        this.admission = admission;
    }

    /** The reason why a list has no report of a decision. */
    public enum Missing {
        /** It is not kept any more. */
        GONE,
        /** Its record is too large to be read for a list. */
        LARGE,
        /** Its record cannot be read, or changed after it was written. */
        CHANGED
    }

    /**
     * A decision in a list of many.
     *
     * @param report null where it is missing
     * @param missing null where it is there
     */
    public record Listed(@Nullable Report report, @Nullable Missing missing) {

        private static Listed without(Missing missing) {
            return new Listed(null, missing);
        }
    }

    /** A decision for a list, whose record is read only if it is small. */
    public Listed listed(UUID decision) {
        Optional<StoredRecord> record = records.record(decision);
        if (record.isEmpty()) {
            return Listed.without(Missing.GONE);
        }
        if (record.get().isLarge()) {
            return Listed.without(Missing.LARGE);
        }
        try {
            return new Listed(read(record.get()), null);
        } catch (UnreadableRecordException e) {
            return Listed.without(Missing.CHANGED);
        }
    }

    private Report read(StoredRecord record) {
        return report(RecordedDecision.read(record.requireUnchanged()));
    }

    private Report report(RecordedDecision decision) {
        String kind = Objects.requireNonNullElse(decision.head().text("kind"), "");
        return answers.report(kind, decision.answered(firings));
    }

    /**
     * A decision for a page of its own.
     *
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 404 when there is none
     * @throws dev.shipgate.http.limit.BodyTooLargeException when it is too large for the memory that pages may have
     */
    public ShownDecision shown(String id) {
        StoredRecord record = RequestedDecision.find(records, id);
        return record.isLarge() ? largeRecords.run(() -> shown(record)) : shown(record);
    }

    private ShownDecision shown(StoredRecord record) {
        StoredRecord unchanged = record.requireUnchanged();
        return admission.run(MemoryNeed.ofRecord(unchanged.textBytes()), () -> {
            RecordedDecision decision = RecordedDecision.read(unchanged);
            return ShownDecision.of(decision, report(decision));
        });
    }

    /** The decision before another one, of the same kind, service and environment; empty when there is none to tell. */
    public Optional<ShownDecision> before(ShownDecision decision) {
        if (decision.service() == null) {
            return Optional.empty();
        }
        return records.rows(decision.sameScope(), 1).stream()
                .findFirst()
                .flatMap(row -> records.record(row.decisionId()))
                .filter(record -> !record.isLarge())
                .map(this::shown);
    }

    /** The first firings of a decision, with the facts of each. */
    public IncludedFirings firings(String id) {
        StoredRecord record = RequestedDecision.find(records, id);
        return admission.run(
                MemoryNeed.ofRecord(record.textBytes()),
                () -> RecordedDecision.read(record).answered(firings).firings().apply(MAX_FIRING_BYTES));
    }
}
