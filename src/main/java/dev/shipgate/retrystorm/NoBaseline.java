package dev.shipgate.retrystorm;

import dev.shipgate.policy.ForRules;

/**
 * The finding that a baseline was wanted and there is none.
 *
 * @param detail why, for people
 */
@ForRules
public record NoBaseline(String detail) {}
