package dev.shipgate.capacity;

import dev.shipgate.number.Range;
import dev.shipgate.number.Within;
import dev.shipgate.policy.ForRules;

/**
 * How many failing steps in a row make a violation sustained.
 *
 * @param steps 1 or more
 */
@ForRules(replaceable = true)
public record SustainedSteps(@Within(Range.AT_LEAST_ONE) int steps) {

    public SustainedSteps {
        Range.AT_LEAST_ONE.require(steps, "steps of a sustained violation");
    }
}
