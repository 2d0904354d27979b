package dev.shipgate.capacity;

import dev.shipgate.decision.Limit;
import dev.shipgate.number.Range;
import dev.shipgate.number.Within;
import dev.shipgate.policy.ForRules;
import org.jspecify.annotations.Nullable;

/**
 * The limits that hold for every step, whoever set them.
 *
 * @param p95Limit the highest 95th percentile of latency, in milliseconds, 0 or more; null when nobody set one
 * @param errorLimit the highest ratio of failed requests, 0 to 1; null when nobody set one
 */
@ForRules
public record StepLimits(
        @Within(Range.NOT_NEGATIVE) @Nullable Double p95Limit,
        @Within(Range.RATIO) @Nullable Double errorLimit) {

    public StepLimits {
        p95Limit = p95Limit == null ? null : Range.NOT_NEGATIVE.require(p95Limit, "p95Limit of steps");
        errorLimit = errorLimit == null ? null : Range.RATIO.require(errorLimit, "errorLimit of steps");
    }

    public static StepLimits of(CapacityBudget budget) {
        return new StepLimits(Limit.valueOf(budget.p95Ms()), Limit.valueOf(budget.errorRate()));
    }
}
