package dev.shipgate.audit.record;

import com.fasterxml.jackson.core.JsonPointer;
import dev.shipgate.audit.store.record.Link;
import dev.shipgate.audit.store.record.RecordHead;
import dev.shipgate.decision.Answered;
import dev.shipgate.decision.Submission;
import dev.shipgate.http.limit.Bulkhead;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A request that was decided, as its record has it, to be held against one that comes again.
 *
 * @param id of the decision
 * @param contradiction what about the record contradicts its hash; null when nothing does
 */
public record RecordedSubmission(
        @Nullable UUID id,
        RecordedDecision decision,
        @Nullable String contradiction) {

    public static RecordedSubmission read(Link link) {
        return new RecordedSubmission(
                link.record().decisionId(), RecordedDecision.read(link.record()), link.contradiction());
    }

    /**
     * Makes sure that this is what an idempotency key stands for.
     *
     * @param agrees whether record and key say the same of the request
     * @throws ContradictedRecordException when it is not
     */
    public void requireAnswerFor(String key, String caller, boolean agrees) {
        RecordHead head = decision.head();
        boolean own = key.equals(head.text("idempotency_key")) && caller.equals(head.text("caller"));
        if (contradiction != null || !own || !agrees) {
            throw new ContradictedRecordException("The decision that is stored for this Idempotency-Key, " + id
                    + ", was not made under it, or is not as it was recorded.");
        }
    }

    /** Whether a request is the same, as far as the record keeps it. */
    public boolean isOf(String kind, Submission submission, Masking masking) {
        RecordHead head = decision.head();
        return kind.equals(head.text("kind"))
                && Objects.equals(submission.include(), head.text("include"))
                && Arrays.equals(masked(submission.body(), head.masked(), masking), decision.request());
    }

    /** As it would have been recorded then, whatever is masked now. */
    private static byte[] masked(byte[] body, List<String> pointers, Masking masking) {
        List<JsonPointer> then = pointers.stream().map(JsonPointer::compile).toList();
        return masking.of(then).of(body).applyToRequest(RecordComposer.inOneLine(body));
    }

    /**
     * As a caller gets it again.
     *
     * @param largeRecords reads the firings of a large record, which are many
     */
    public Answered answered(Bulkhead largeRecords) {
        return decision.answered(largeRecords);
    }
}
