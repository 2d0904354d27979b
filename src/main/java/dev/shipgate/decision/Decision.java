package dev.shipgate.decision;

import dev.shipgate.context.EvaluationContext;
import dev.shipgate.decision.Answer.WaivedReason;
import dev.shipgate.decision.firing.FiringCount;
import dev.shipgate.policy.Firing;
import dev.shipgate.policy.RulesetFiles;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * An evaluated request.
 *
 * @param id above those of all decisions before it (UUID version 7)
 * @param evaluatedAt when it was made, to the millisecond
 * @param kind of evaluation
 * @param release the release that was to ship
 * @param routes the names of the routes that it was about; empty for an evaluation that knows none
 * @param context the facts that decided beside the request
 * @param ruleset the rules that decided
 * @param verdict the verdict that it came down to
 * @param firings every rule that fired, in order; of rules that failed, the last ones
 * @param fired how often each rule fired, in the order of their first firing
 * @param waived a row for each failure or blocker that a waiver covers
 * @param answer the bytes that the caller gets
 * @param duration of the evaluation, without reading the request and writing the answer
 */
public record Decision(
        UUID id,
        Instant evaluatedAt,
        String kind,
        Release release,
        List<String> routes,
        EvaluationContext context,
        RulesetFiles ruleset,
        Verdict verdict,
        List<Firing> firings,
        List<FiringCount> fired,
        List<WaivedReason> waived,
        byte[] answer,
        Duration duration) {

    /** The waivers by which it passes, each once; none unless it passes. */
    public List<UUID> waiversThatTurnedIt() {
        return verdict == Verdict.PASS
                ? waived.stream()
                        .map(WaivedReason::waiverId)
                        .distinct()
                        .sorted()
                        .toList()
                : List.of();
    }
}
