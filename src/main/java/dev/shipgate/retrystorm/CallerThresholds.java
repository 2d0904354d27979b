package dev.shipgate.retrystorm;

import dev.shipgate.number.Range;
import dev.shipgate.number.Within;
import dev.shipgate.policy.ForRules;
import org.jspecify.annotations.Nullable;

/**
 * The fact of the thresholds that the caller asks for. It is always there; rules say which thresholds hold.
 *
 * @param attemptRatio null when the caller leaves it to the policy
 * @param dependencyErrorRate null when the caller leaves it to the policy
 */
@ForRules
public record CallerThresholds(
        @Within(Range.NOT_NEGATIVE) @Nullable Double attemptRatio,
        @Within(Range.RATIO) @Nullable Double dependencyErrorRate) {

    /** The threshold that the caller asks for, or this. */
    public double attemptRatioOr(@Within(Range.NOT_NEGATIVE) double otherwise) {
        return attemptRatio == null ? otherwise : attemptRatio;
    }

    /** The threshold that the caller asks for, or this. */
    public double dependencyErrorRateOr(@Within(Range.RATIO) double otherwise) {
        return dependencyErrorRate == null ? otherwise : dependencyErrorRate;
    }
}
