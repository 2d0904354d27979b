package dev.shipgate.capacity;

import dev.shipgate.policy.ForRules;

/**
 * The finding that a step is within every limit.
 *
 * @param step its number
 */
@ForRules
public record PassingStep(int step) {}
