package dev.shipgate.capacity;

import dev.shipgate.number.Range;
import dev.shipgate.policy.ForRules;

/**
 * How many failing steps in a row make a violation sustained.
 *
 * @param steps 1 or more
 */
@ForRules(replaceable = true)
public record SustainedSteps(int steps) {

    private static final Range AT_LEAST_ONE = new Range(1, Integer.MAX_VALUE, "a whole number, 1 or more");

    public SustainedSteps {
        AT_LEAST_ONE.require(steps, "steps of a sustained violation");
    }
}
