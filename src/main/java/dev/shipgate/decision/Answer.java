package dev.shipgate.decision;

import dev.shipgate.policy.Firing;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The answer of an evaluation.
 *
 * @param body its own fields of the answer, a record
 * @param result the fact that gives the rules of readiness the result; null for an evaluation that they do not use
 * @param verdict the verdict that it comes down to
 * @param firings every rule that fired, in order
 * @param waived a row for each failure or blocker that a waiver covers
 */
public record Answer(
        Object body, @Nullable Object result, Verdict verdict, List<Firing> firings, List<WaivedReason> waived) {

    /**
     * A reason that a waiver covers.
     *
     * @param reason that of a failure or a blocker
     */
    public record WaivedReason(UUID waiverId, String reason) {}

    /** An answer in which nothing is waived. */
    public Answer(Object body, @Nullable Object result, Verdict verdict, List<Firing> firings) {
        this(body, result, verdict, firings, List.of());
    }
}
