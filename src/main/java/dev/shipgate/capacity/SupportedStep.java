package dev.shipgate.capacity;

import dev.shipgate.policy.ForRules;

/**
 * The finding of the last step that counts as supported.
 *
 * @param step its number
 */
@ForRules
public record SupportedStep(int step) {}
