package dev.shipgate.capacity;

import dev.shipgate.number.Range;
import dev.shipgate.number.Within;
import dev.shipgate.policy.ForRules;

/**
 * The finding that a step does not pass.
 *
 * @param step its number
 * @param next the number of the step after it: the engine finds facts fast by their fields, not by sums
 */
@ForRules
public record FailingStep(
        @Within(Range.AT_LEAST_ONE) int step,
        @Within(Range.AT_LEAST_ONE) int next) {

    public FailingStep(@Within(Range.AT_LEAST_ONE) int step) {
        this(step, step + 1);
    }
}
