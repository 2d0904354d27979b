package dev.shipgate.loadgate;

import dev.shipgate.number.Range;
import dev.shipgate.policy.ForRules;
import java.util.Objects;

/**
 * The fact of a number that was measured and has a {@link MetricLimit}: the observed value, beside the limit. A value
 * equal to the limit is within it. Of two facts about one metric each makes a {@link Check}, so a looser one passes
 * nothing that the other fails.
 *
 * @param route the name of the route
 * @param metric the name of the number in the request
 * @param lower whether the limit is the lowest value, and not the highest
 * @param limit the limit, in the unit of the metric
 * @param observed the measured value, in the same unit
 */
@ForRules
public record HeldMetric(String route, String metric, boolean lower, double limit, double observed) {

    /**
     * Makes the fact of finite numbers.
     *
     * @throws dev.shipgate.number.OutOfRangeException when one of the numbers is none
     */
    public HeldMetric {
        Objects.requireNonNull(route, "route of a held metric");
        Objects.requireNonNull(metric, "metric of a held metric");
        limit = Range.ANY.require(limit, "limit of a held metric");
        observed = Range.ANY.require(observed, "observed value of a held metric");
    }
}
