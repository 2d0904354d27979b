package dev.shipgate.loadgate;

import dev.shipgate.decision.Limit;
import dev.shipgate.decision.evidence.MissingFields;
import dev.shipgate.number.Range;
import dev.shipgate.number.Within;
import dev.shipgate.policy.ForRules;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The limits of a route. Rules write them as
 * {@code insert(new Budget("book_table").p95Ms(800).errorRate(0.01).costPerSuccess(0.05))}.
 *
 * <p>A value equal to its limit is within budget. A limit that is not set is null: its check cannot be
 * evaluated, and so does not pass. A limit out of its range is refused with an
 * {@link dev.shipgate.number.OutOfRangeException}: an error rate of 5 is a percentage by mistake, and would
 * let everything pass.
 *
 * @param route the name of the route
 * @param p95Ms the highest 95th percentile of latency, in milliseconds, 0 or more
 * @param errorRate the highest ratio of failed requests, 0 to 1
 * @param costPerSuccess the highest cost of one successful turn, 0 or more
 * @param minGainForCostOverrun the least gain in task success that excuses a higher cost, -1 to 1
 */
@ForRules(replaceable = true)
public record Budget(
        String route,
        @Within(Range.NOT_NEGATIVE) @Nullable Limit p95Ms,
        @Within(Range.RATIO) @Nullable Limit errorRate,
        @Within(Range.NOT_NEGATIVE) @Nullable Limit costPerSuccess,
        @Within(Range.DELTA) @Nullable Limit minGainForCostOverrun) {

    public Budget {
        Objects.requireNonNull(route, "route of a budget");
        Limit.require(Range.NOT_NEGATIVE, p95Ms, "p95Ms of a budget");
        Limit.require(Range.RATIO, errorRate, "errorRate of a budget");
        Limit.require(Range.NOT_NEGATIVE, costPerSuccess, "costPerSuccess of a budget");
        Limit.require(Range.DELTA, minGainForCostOverrun, "minGainForCostOverrun of a budget");
    }

    /** A budget without any limit yet. */
    public Budget(String route) {
        this(route, null, null, null, null);
    }

    /** The same with a limit on latency, in milliseconds, 0 or more. */
    public Budget p95Ms(@Within(Range.NOT_NEGATIVE) double limit) {
        return p95Ms(Limit.ofPolicy(limit));
    }

    public Budget p95Ms(@Within(Range.NOT_NEGATIVE) @Nullable Limit limit) {
        return new Budget(route, limit, errorRate, costPerSuccess, minGainForCostOverrun);
    }

    /** The same with a limit on the ratio of failed requests, 0 to 1. */
    public Budget errorRate(@Within(Range.RATIO) double limit) {
        return errorRate(Limit.ofPolicy(limit));
    }

    public Budget errorRate(@Within(Range.RATIO) @Nullable Limit limit) {
        return new Budget(route, p95Ms, limit, costPerSuccess, minGainForCostOverrun);
    }

    /** The same with a limit on the cost of one successful turn, 0 or more. */
    public Budget costPerSuccess(@Within(Range.NOT_NEGATIVE) double limit) {
        return costPerSuccess(Limit.ofPolicy(limit));
    }

    public Budget costPerSuccess(@Within(Range.NOT_NEGATIVE) @Nullable Limit limit) {
        return new Budget(route, p95Ms, errorRate, limit, minGainForCostOverrun);
    }

    /** The same with the least gain in task success that excuses a higher cost, -1 to 1. */
    public Budget minGainForCostOverrun(@Within(Range.DELTA) double limit) {
        return minGainForCostOverrun(Limit.ofPolicy(limit));
    }

    public Budget minGainForCostOverrun(@Within(Range.DELTA) @Nullable Limit limit) {
        return new Budget(route, p95Ms, errorRate, costPerSuccess, limit);
    }

    /** The same without limits on some metrics, given by their names in the request. */
    Budget without(List<String> metrics) {
        return new Budget(
                route,
                metrics.contains("p95_ms") ? null : p95Ms,
                metrics.contains("error_rate") ? null : errorRate,
                metrics.contains("cost_per_success") ? null : costPerSuccess,
                metrics.contains("task_success_delta") ? null : minGainForCostOverrun);
    }

    /** Which limits a route cannot be judged without and that are not set, under their names in the request. */
    List<String> missingLimits() {
        return new MissingFields()
                .check("p95_ms", p95Ms)
                .check("error_rate", errorRate)
                .check("cost_per_success", costPerSuccess)
                .names();
    }
}
