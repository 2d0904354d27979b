package dev.shipgate.loadgate;

import dev.shipgate.number.Numbers;
import dev.shipgate.number.Range;
import dev.shipgate.policy.ForRules;
import dev.shipgate.policy.InvalidFindingException;
import dev.shipgate.policy.MistakenFor;
import java.util.Map;
import java.util.Objects;

/**
 * A budget on any number that callers send for a route, such as
 * {@code insert(new MetricLimit("book_table", "ttft_p95_ms", 300))}, or
 * {@code insert(MetricLimit.atLeast("book_table", "tokens_per_second", 20))} for one that must not be lower. A value
 * beyond the limit fails a check of the metric's name; a value that was not sent is a missing metric. A value equal to
 * the limit is within it.
 *
 * @param route the name of the route
 * @param metric the name of the number in the request; not one of the four that {@link RouteMetrics} has as fields,
 *     which are no such numbers: their limits are in {@link Budget}
 * @param limit the highest value, or the lowest, in the unit of the metric; 231 for 210 * 1.1, which is a hair more
 * @param lower whether it is the lowest value
 */
@ForRules(replaceable = true)
public record MetricLimit(
        String route,

        @MistakenFor(written = "p95_ms", meant = MetricLimit.OF_LATENCY, code = true)
        @MistakenFor(written = "error_rate", meant = MetricLimit.OF_ERRORS, code = true)
        @MistakenFor(written = "cost_per_success", meant = MetricLimit.OF_COST, code = true)
        @MistakenFor(written = "task_success_delta", meant = MetricLimit.OF_SUCCESS, code = true)
        @MistakenFor(written = "p95Ms", meant = "p95_ms")
        @MistakenFor(written = "errorRate", meant = "error_rate")
        @MistakenFor(written = "costPerSuccess", meant = "cost_per_success")
        @MistakenFor(written = "taskSuccessDelta", meant = "task_success_delta")
        String metric,

        double limit,
        boolean lower) {

    private static final String OF_LATENCY = "new Budget(\"find\").p95Ms(300)";
    private static final String OF_ERRORS = "new Budget(\"find\").errorRate(0.01)";
    private static final String OF_COST = "new Budget(\"find\").costPerSuccess(0.05)";
    private static final String OF_SUCCESS = "a rule with RouteMetrics(taskSuccessDelta < 0) in when";

    private static final Map<String, String> SAID_OTHERWISE = Map.of(
            "p95_ms", OF_LATENCY,
            "error_rate", OF_ERRORS,
            "cost_per_success", OF_COST,
            "task_success_delta", OF_SUCCESS);

    public MetricLimit {
        Objects.requireNonNull(route, "route of a limit");
        Objects.requireNonNull(metric, "metric of a limit");
        if (SAID_OTHERWISE.containsKey(metric)) {
            throw new InvalidFindingException("A MetricLimit cannot be on " + metric + " (route " + route + "). Maybe "
                    + SAID_OTHERWISE.get(metric) + "?");
        }
        limit = Numbers.withoutNoise(Range.ANY.require(limit, "limit of a metric"));
    }

    /** The highest value. */
    public MetricLimit(String route, String metric, double limit) {
        this(route, metric, limit, false);
    }

    /** Whether each value within this limit is also within another one of the same route and metric. */
    boolean isAsStrictAs(MetricLimit other) {
        return lower == other.lower && (lower ? limit >= other.limit : limit <= other.limit);
    }

    /** The lowest value: a value below it fails. */
    public static MetricLimit atLeast(String route, String metric, double limit) {
        return new MetricLimit(route, metric, limit, true);
    }
}
