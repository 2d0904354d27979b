package dev.shipgate.capacity;

import dev.shipgate.number.Range;
import dev.shipgate.number.Within;
import dev.shipgate.policy.ForRules;

/**
 * A run of failing steps, as far as it has been followed.
 *
 * @param first the number of its first step
 * @param length how many steps are in it
 * @param next the number of the step that would make it longer
 */
@ForRules(replaceable = true)
public record FailureRun(
        @Within(Range.AT_LEAST_ONE) int first,
        @Within(Range.AT_LEAST_ONE) int length,
        @Within(Range.AT_LEAST_ONE) int next) {

    /** A run that starts at this step. */
    public static FailureRun startingAt(@Within(Range.AT_LEAST_ONE) int step) {
        return new FailureRun(step, 1, step + 1);
    }

    /** The same run, one step longer. */
    public FailureRun longer() {
        return new FailureRun(first, length + 1, next + 1);
    }
}
