package dev.shipgate.loadgate;

import dev.shipgate.number.Range;
import dev.shipgate.policy.ForRules;
import java.util.Objects;

/**
 * A budget on any number that callers send for a route, such as
 * {@code insert(new MetricLimit("book_table", "ttft_p95_ms", 300))}. A value above the limit fails a check
 * of the metric's name; a value that was not sent is a missing metric.
 *
 * @param route the name of the route
 * @param metric the name of the number in the request
 * @param limit the highest value, in the unit of the metric
 */
@ForRules(replaceable = true)
public record MetricLimit(String route, String metric, double limit) {

    public MetricLimit {
        Objects.requireNonNull(route, "route of a limit");
        Objects.requireNonNull(metric, "metric of a limit");
        limit = Range.ANY.require(limit, "limit of a metric");
    }
}
