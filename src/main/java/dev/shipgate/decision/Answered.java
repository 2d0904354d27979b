package dev.shipgate.decision;

/**
 * What a caller gets for a submission.
 *
 * @param verdict as it was recorded; an error for the report of rules that failed
 * @param release what was judged
 * @param body its bytes, JSON in UTF-8
 * @param replayed whether it was recorded for an earlier request with the same idempotency key
 */
public record Answered(Verdict verdict, Release release, byte[] body, boolean replayed) {

    /** A decision that has just been recorded. */
    public static Answered of(Decision decision) {
        return new Answered(decision.verdict(), decision.release(), decision.answer(), false);
    }
}
