package dev.shipgate.capacity;

import dev.shipgate.number.Range;
import dev.shipgate.number.Within;
import dev.shipgate.policy.ForRules;

/**
 * The finding of the last step that counts as supported.
 *
 * @param step its number
 */
@ForRules
public record SupportedStep(@Within(Range.AT_LEAST_ONE) int step) {}
