package dev.shipgate.capacity;

import dev.shipgate.number.Range;
import dev.shipgate.number.Within;
import dev.shipgate.policy.ForRules;
import org.jspecify.annotations.Nullable;

/**
 * The fact of how many failing steps in a row the caller calls sustained. Always there; rules say which number holds.
 *
 * @param steps null when the caller leaves it to the policy
 */
@ForRules
public record CallerSustainedSteps(
        @Within(Range.AT_LEAST_ONE) @Nullable Integer steps) {

    /** The number that the caller asks for, or this. */
    public int stepsOr(@Within(Range.AT_LEAST_ONE) int otherwise) {
        return steps == null ? otherwise : steps;
    }
}
