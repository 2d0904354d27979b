package dev.shipgate.decision;

import dev.shipgate.decision.firing.IncludedFirings;
import java.util.function.LongFunction;

/**
 * The answer to a submission.
 *
 * @param verdict as it was recorded; an error for the report of rules that failed
 * @param release the release that was judged
 * @param body its bytes, JSON in UTF-8
 * @param replayed whether it was recorded for an earlier request with the same idempotency key
 * @param firings gives the firings for a caller who asks for them, and reads no more of them than about so many
 *     bytes; they are no part of the body
 */
public record Answered(
        Verdict verdict, Release release, byte[] body, boolean replayed, LongFunction<IncludedFirings> firings) {

    /** A decision that has just been recorded. */
    public static Answered of(Decision decision) {
        return new Answered(
                decision.verdict(),
                decision.release(),
                decision.answer(),
                false,
                maxBytes -> IncludedFirings.of(decision.firings()));
    }
}
