package dev.shipgate.capacity;

import dev.shipgate.policy.ForRules;

/**
 * The finding that a step does not pass.
 *
 * @param step its number
 * @param next the number of the step after it: the engine finds facts fast by what they hold, not by sums
 */
@ForRules
public record FailingStep(int step, int next) {

    public FailingStep(int step) {
        this(step, step + 1);
    }
}
