package dev.shipgate.capacity;

import dev.shipgate.number.Range;
import dev.shipgate.number.Within;
import dev.shipgate.policy.ForRules;

/**
 * The finding of where the service broke: the first step of the first sustained violation.
 *
 * @param step its number
 */
@ForRules
public record Break(@Within(Range.AT_LEAST_ONE) int step) {}
