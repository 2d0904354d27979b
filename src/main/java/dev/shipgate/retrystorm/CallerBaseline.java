package dev.shipgate.retrystorm;

import dev.shipgate.number.Range;
import dev.shipgate.number.Within;
import dev.shipgate.policy.ForRules;

/**
 * The fact that the caller knows the usual ratios.
 *
 * @param attemptRatio usual service attempts per user turn
 * @param dependencyErrorRate usual ratio of failed requests to the dependency, 0 to 1
 */
@ForRules
public record CallerBaseline(
        @Within(Range.NOT_NEGATIVE) double attemptRatio,
        @Within(Range.RATIO) double dependencyErrorRate) {}
