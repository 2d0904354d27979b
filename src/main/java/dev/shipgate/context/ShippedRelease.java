package dev.shipgate.context;

import dev.shipgate.number.Range;
import dev.shipgate.number.Within;
import dev.shipgate.policy.ForRules;
import dev.shipgate.policy.confinement.collections.FactValues;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The fact of what a route showed when it was last shipped: the load test of the newest release of this service and
 * environment that measured it, among those that are remembered. In rules:
 * {@code ShippedRelease(route == $route, $before : p95Ms)}. A metric that was not measured is null, and null is neither
 * more nor less than anything in a rule.
 *
 * @param route its name
 * @param version the version that shipped; null when its caller did not say
 * @param p95Ms 95th percentile of latency in milliseconds, 0 or more; null also where only bounds of it are known,
 *     which are {@code others["p95_at_least_ms"]} and {@code others["p95_at_most_ms"]}
 * @param errorRate failed requests over all requests, 0 to 1
 * @param costPerSuccess cost of one successful turn in the currency of the budgets, 0 or more
 * @param taskSuccessDelta change of the task success rate against the release before, -1 to 1
 * @param others every other number of the route, by the name it came under
 * @param samples how many requests were measured, 0 or more; null where nobody said
 * @param decisionId the decision by which it shipped
 * @param shippedAt when somebody said so, to the millisecond
 */
@ForRules
public record ShippedRelease(
        String route,
        @Nullable String version,
        @Within(Range.NOT_NEGATIVE) @Nullable Double p95Ms,
        @Within(Range.RATIO) @Nullable Double errorRate,
        @Within(Range.NOT_NEGATIVE) @Nullable Double costPerSuccess,
        @Within(Range.DELTA) @Nullable Double taskSuccessDelta,
        Map<String, Double> others,
        @Within(Range.NOT_NEGATIVE) @Nullable Long samples,
        UUID decisionId,
        Instant shippedAt) {

    public ShippedRelease {
        Objects.requireNonNull(route, "route of a shipped release");
        Objects.requireNonNull(decisionId, "decision of a shipped release");
        Objects.requireNonNull(shippedAt, "time of a shipped release");
        others = FactValues.numbersByName(others);
    }

    static ShippedRelease of(MeasuredRoute measured, MarkedRelease release) {
        return new ShippedRelease(
                measured.route(),
                release.version(),
                measured.p95Ms(),
                measured.errorRate(),
                measured.costPerSuccess(),
                measured.taskSuccessDelta(),
                measured.others(),
                measured.samples(),
                release.decisionId(),
                release.shippedAt());
    }

    /** The same with each text of callers replaced. */
    ShippedRelease withTexts(UnaryOperator<@Nullable String> replacement) {
        return new ShippedRelease(
                String.valueOf(replacement.apply(route)),
                replacement.apply(version),
                p95Ms,
                errorRate,
                costPerSuccess,
                taskSuccessDelta,
                others,
                samples,
                decisionId,
                shippedAt);
    }
}
