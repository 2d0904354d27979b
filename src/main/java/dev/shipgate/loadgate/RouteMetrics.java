package dev.shipgate.loadgate;

import dev.shipgate.number.Range;
import dev.shipgate.number.Within;
import dev.shipgate.policy.ForRules;
import dev.shipgate.policy.confinement.collections.FactValues;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The fact of one route's load test. A metric that was not measured is null, and null is
 * neither more nor less than anything in a rule.
 *
 * @param route its name
 * @param p95Ms 95th percentile of latency in milliseconds, 0 or more; null also where only bounds of it are known,
 *     which are {@code others["p95_at_least_ms"]} and {@code others["p95_at_most_ms"]}; {@code others["p95_ms"]} is an
 *     estimate then
 * @param errorRate failed requests over all requests, 0 to 1
 * @param costPerSuccess cost of one successful turn in the currency of the budgets, 0 or more
 * @param taskSuccessDelta change of the task success rate against the release before, -1 to 1
 * @param others every other number the caller sent for the route, by the name it came under; in rules
 *     {@code others["ttft_p95_ms"]}
 * @param missing which of the four metrics are not there, under their names in the request; a percentile with an upper
 *     bound is
 */
@ForRules
public record RouteMetrics(
        String route,
        @Within(Range.NOT_NEGATIVE) @Nullable Double p95Ms,
        @Within(Range.RATIO) @Nullable Double errorRate,
        @Within(Range.NOT_NEGATIVE) @Nullable Double costPerSuccess,
        @Within(Range.DELTA) @Nullable Double taskSuccessDelta,
        Map<String, Double> others,
        List<String> missing) {

    public RouteMetrics {
        others = FactValues.numbersByName(others);
        missing = FactValues.texts(missing);
    }
}
