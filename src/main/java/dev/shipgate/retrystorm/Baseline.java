package dev.shipgate.retrystorm;

import dev.shipgate.number.Range;
import dev.shipgate.number.Within;
import dev.shipgate.policy.ForRules;

/**
 * The ratios that are usual for a service, with which its points are compared.
 *
 * @param attemptRatio service attempts per user turn, 0 or more
 * @param dependencyErrorRate failed requests to the dependency over all of them, 0 to 1
 * @param source where it comes from: {@value #CALLER}, {@code auto} or {@code shipped}
 */
@ForRules
public record Baseline(
        @Within(Range.NOT_NEGATIVE) double attemptRatio,
        @Within(Range.RATIO) double dependencyErrorRate,
        String source) {

    /** The source of a baseline with the ratios that the caller calls usual. */
    public static final String CALLER = "caller";

    public Baseline {
        attemptRatio = Range.NOT_NEGATIVE.require(attemptRatio, "usual attempt ratio");
        dependencyErrorRate = Range.RATIO.require(dependencyErrorRate, "usual dependency error rate");
    }
}
