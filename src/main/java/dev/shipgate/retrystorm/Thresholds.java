package dev.shipgate.retrystorm;

import dev.shipgate.number.Range;
import dev.shipgate.number.Within;
import dev.shipgate.policy.ForRules;

/**
 * The thresholds that hold. A point at both of the first two, or above, is suspicious. Rules write them as
 * {@code insert(new Thresholds(1.8, 0.05).timesUsual(1.5).amplification(1.2))}.
 *
 * @param attemptRatio service attempts per user turn, 0 or more
 * @param dependencyErrorRate failed requests to the dependency over all of them, 0 to 1
 * @param timesUsual how many times the usual attempt ratio is more than usual, 0 or more
 * @param amplification how many attempts a layer makes of each that reaches it, when it amplifies, 0 or more
 */
@ForRules(replaceable = true)
public record Thresholds(
        @Within(Range.NOT_NEGATIVE) double attemptRatio,
        @Within(Range.RATIO) double dependencyErrorRate,
        @Within(Range.NOT_NEGATIVE) double timesUsual,
        @Within(Range.NOT_NEGATIVE) double amplification) {

    public Thresholds {
        attemptRatio = Range.NOT_NEGATIVE.require(attemptRatio, "threshold of the attempt ratio");
        dependencyErrorRate = Range.RATIO.require(dependencyErrorRate, "threshold of the dependency error rate");
        timesUsual = Range.NOT_NEGATIVE.require(timesUsual, "timesUsual of thresholds");
        amplification = Range.NOT_NEGATIVE.require(amplification, "amplification of thresholds");
    }

    /** Anything above the usual ratio is more than usual, and any layer that makes attempts amplifies. */
    public Thresholds(
            @Within(Range.NOT_NEGATIVE) double attemptRatio, @Within(Range.RATIO) double dependencyErrorRate) {
        this(attemptRatio, dependencyErrorRate, 1, 1);
    }

    /** The same with how many times the usual attempt ratio is more than usual. */
    public Thresholds timesUsual(@Within(Range.NOT_NEGATIVE) double times) {
        return new Thresholds(attemptRatio, dependencyErrorRate, times, amplification);
    }

    /** The same with how many attempts a layer makes of each that reaches it, when it amplifies. */
    public Thresholds amplification(@Within(Range.NOT_NEGATIVE) double attempts) {
        return new Thresholds(attemptRatio, dependencyErrorRate, timesUsual, attempts);
    }
}
