package dev.shipgate.capacity;

import dev.shipgate.decision.Limit;
import dev.shipgate.number.Range;
import dev.shipgate.number.Within;
import dev.shipgate.policy.ForRules;
import org.jspecify.annotations.Nullable;

/**
 * The limits within which a step passes. Rules write them as
 * {@code insert(new CapacityBudget().p95Ms(800).errorRate(0.01))}. A value equal to its limit passes.
 *
 * @param p95Ms the highest 95th percentile of latency, in milliseconds, 0 or more; null when not set
 * @param errorRate the highest ratio of failed requests, 0 to 1; null when not set
 */
@ForRules(replaceable = true)
public record CapacityBudget(
        @Within(Range.NOT_NEGATIVE) @Nullable Limit p95Ms,
        @Within(Range.RATIO) @Nullable Limit errorRate) {

    public CapacityBudget {
        Limit.require(Range.NOT_NEGATIVE, p95Ms, "p95Ms of a capacity budget");
        Limit.require(Range.RATIO, errorRate, "errorRate of a capacity budget");
    }

    /** A budget without any limit yet. */
    public CapacityBudget() {
        this(null, null);
    }

    /** The same with a limit on latency, in milliseconds, 0 or more. */
    public CapacityBudget p95Ms(@Within(Range.NOT_NEGATIVE) double limit) {
        return p95Ms(Limit.ofPolicy(limit));
    }

    public CapacityBudget p95Ms(@Within(Range.NOT_NEGATIVE) @Nullable Limit limit) {
        return new CapacityBudget(limit, errorRate);
    }

    /** The same with a limit on the ratio of failed requests, 0 to 1. */
    public CapacityBudget errorRate(@Within(Range.RATIO) double limit) {
        return errorRate(Limit.ofPolicy(limit));
    }

    public CapacityBudget errorRate(@Within(Range.RATIO) @Nullable Limit limit) {
        return new CapacityBudget(p95Ms, limit);
    }
}
