package dev.shipgate.capacity;

import dev.shipgate.number.Range;
import dev.shipgate.number.Within;
import dev.shipgate.policy.ForRules;

/**
 * The finding of enough failing steps in a row.
 *
 * @param firstStep the number of the first of them
 */
@ForRules
public record SustainedViolation(@Within(Range.AT_LEAST_ONE) int firstStep) {}
