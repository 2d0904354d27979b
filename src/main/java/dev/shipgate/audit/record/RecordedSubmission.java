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
 */
public record RecordedSubmission(@Nullable UUID id, RecordedDecision decision) {

    /**
     * Reads it.
     *
     * @throws ContradictedRecordException when the record contradicts its hash or its index
     */
    public static RecordedSubmission read(Link link) {
        UUID id = link.record().decisionId();
        // Before anything of it is kept: content that was changed may be larger than memory.
        if (link.contradiction() != null) {
            throw contradicted(id);
        }
        return new RecordedSubmission(id, RecordedDecision.read(link.record()));
    }

    private static ContradictedRecordException contradicted(@Nullable UUID id) {
        return new ContradictedRecordException("The decision that is stored for this Idempotency-Key, " + id
                + ", was not made under it, or is not as it was recorded.");
    }

    /**
     * Makes sure that this is the submission for which an idempotency key stands.
     *
     * @param agrees whether record and key say the same of the request
     * @throws ContradictedRecordException when it is not
     */
    public void requireAnswerFor(String key, String caller, boolean agrees) {
        RecordHead head = decision.head();
        boolean own = key.equals(head.text("idempotency_key")) && caller.equals(head.text("caller"));
        if (!own || !agrees) {
            throw contradicted(id);
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
