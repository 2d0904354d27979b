package dev.shipgate.retrystorm;

import dev.shipgate.policy.ForRules;

/**
 * The fact that the caller knows what is usual.
 *
 * @param attemptRatio usual service attempts per user turn
 * @param dependencyErrorRate usual ratio of failed requests to the dependency, 0 to 1
 */
@ForRules
public record CallerBaseline(double attemptRatio, double dependencyErrorRate) {}
