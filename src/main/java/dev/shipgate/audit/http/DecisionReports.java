package dev.shipgate.audit.http;

import dev.shipgate.audit.record.RecordedDecision;
import dev.shipgate.audit.store.read.RecordReader;
import dev.shipgate.audit.store.record.StoredRecord;
import dev.shipgate.audit.store.record.UnreadableRecordException;
import dev.shipgate.decision.http.FormattedAnswers;
import dev.shipgate.http.limit.Bulkhead;
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

    /** None is needed for the answer alone. */
    private final Bulkhead firings = new Bulkhead(1, "Reads of firings");

    DecisionReports(RecordReader records, FormattedAnswers answers) {
        this.records = records;
        this.answers = answers;
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
        RecordedDecision decision = RecordedDecision.read(record.requireUnchanged());
        String kind = Objects.requireNonNullElse(decision.head().text("kind"), "");
        return answers.report(kind, decision.answered(firings));
    }
}
