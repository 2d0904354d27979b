package dev.shipgate.retrystorm;

import dev.shipgate.number.Range;
import dev.shipgate.number.Within;
import dev.shipgate.policy.ForRules;
import org.jspecify.annotations.Nullable;

/**
 * The fact from where on a point is a storm: at both of the first two numbers, or above, and above the third where that
 * is known. They follow from the {@link Thresholds} and the {@link Baseline}. Of two facts the stricter holds, as one
 * alert makes a storm.
 *
 * @param attemptRatio service attempts per user turn, 0 or more; a ratio above any number is the largest one
 * @param dependencyErrorRate failed requests to the dependency over all of them, 0 to 1
 * @param usualErrorRate the usual such rate, 0 to 1, above which a storm is; null when nothing is known of it
 */
@ForRules
public record StormLimits(
        @Within(Range.NOT_NEGATIVE) double attemptRatio,
        @Within(Range.RATIO) double dependencyErrorRate,
        @Within(Range.RATIO) @Nullable Double usualErrorRate) {

    /**
     * Makes the fact of numbers in their ranges.
     *
     * @throws dev.shipgate.number.OutOfRangeException when one is not
     */
    public StormLimits {
        // A multiple of the ratio that a caller calls usual may be more than any number.
        attemptRatio = Math.min(attemptRatio, Double.MAX_VALUE);
        attemptRatio = Range.NOT_NEGATIVE.require(attemptRatio, "attempt ratio of storm limits");
        dependencyErrorRate = Range.RATIO.require(dependencyErrorRate, "dependency error rate of storm limits");
        usualErrorRate =
                usualErrorRate == null ? null : Range.RATIO.require(usualErrorRate, "usual error rate of storm limits");
    }
}
