package dev.shipgate.capacity;

import dev.shipgate.number.Range;
import dev.shipgate.number.Within;
import dev.shipgate.policy.ForRules;
import dev.shipgate.policy.confinement.collections.FactValues;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The fact of one step of a step-load test. A metric that was not measured is null, and null is neither
 * more nor less than anything in a rule.
 *
 * @param number its place in the test, from 1
 * @param concurrency requests in flight at once, 1 or more
 * @param p95Ms 95th percentile of latency in milliseconds, 0 or more; null also where only bounds of it are known,
 *     which are {@code others["p95_at_least_ms"]} and {@code others["p95_at_most_ms"]}; {@code others["p95_ms"]} is an
 *     estimate then
 * @param errorRate failed requests over all requests, 0 to 1
 * @param others every other number the caller sent for the step, by the name it came under
 * @param missing which of the two metrics are not there, under their names in the request; a percentile with an upper
 *     bound is
 */
@ForRules
public record Step(
        @Within(Range.AT_LEAST_ONE) int number,
        @Within(Range.AT_LEAST_ONE) long concurrency,
        @Within(Range.NOT_NEGATIVE) @Nullable Double p95Ms,
        @Within(Range.RATIO) @Nullable Double errorRate,
        Map<String, Double> others,
        List<String> missing) {

    public Step {
        others = FactValues.numbersByName(others);
        missing = FactValues.texts(missing);
    }
}
