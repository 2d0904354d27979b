package dev.shipgate.capacity;

import dev.shipgate.number.Range;
import dev.shipgate.number.Within;
import dev.shipgate.policy.ForRules;

/**
 * The finding that a step is within every limit.
 *
 * @param step its number
 */
@ForRules
public record PassingStep(@Within(Range.AT_LEAST_ONE) int step) {}
