package dev.shipgate.capacity;

import dev.shipgate.decision.Limit;
import org.jspecify.annotations.Nullable;

/**
 * What a step may show and still pass. Rules write one as
 * {@code insert(new CapacityBudget().p95Ms(800).errorRate(0.01))}. A value equal to its limit passes.
 *
 * @param p95Ms the highest 95th percentile of latency, in milliseconds; null when not set
 * @param errorRate the highest ratio of failed requests, 0 to 1; null when not set
 */
public record CapacityBudget(
        @Nullable Limit p95Ms, @Nullable Limit errorRate) {

    /** A budget without any limit yet. */
    public CapacityBudget() {
        this(null, null);
    }

    public CapacityBudget p95Ms(double limit) {
        return p95Ms(Limit.ofPolicy(limit));
    }

    public CapacityBudget p95Ms(@Nullable Limit limit) {
        return new CapacityBudget(limit, errorRate);
    }

    public CapacityBudget errorRate(double limit) {
        return errorRate(Limit.ofPolicy(limit));
    }

    public CapacityBudget errorRate(@Nullable Limit limit) {
        return new CapacityBudget(p95Ms, limit);
    }
}
