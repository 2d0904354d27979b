package dev.shipgate.capacity;

import dev.shipgate.policy.ForRules;

/**
 * The finding of enough failing steps in a row.
 *
 * @param firstStep the number of the first of them
 */
@ForRules
public record SustainedViolation(int firstStep) {}
