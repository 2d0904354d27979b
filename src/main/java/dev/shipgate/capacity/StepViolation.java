package dev.shipgate.capacity;

import dev.shipgate.number.Range;
import dev.shipgate.number.Within;
import dev.shipgate.policy.ForRules;
import java.util.Objects;

/**
 * The finding of one thing that is wrong with a step.
 *
 * @param step its number
 * @param kind {@code latency}, {@code latency_not_known}, {@code errors}, {@code missing_metrics},
 *     {@code too_few_samples}, {@code contradicting_status}, or one of the policy's own
 */
@ForRules
public record StepViolation(@Within(Range.AT_LEAST_ONE) int step, String kind) {

    public StepViolation {
        Objects.requireNonNull(kind, "kind of a violation");
    }
}
