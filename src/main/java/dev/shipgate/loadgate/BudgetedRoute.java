package dev.shipgate.loadgate;

import dev.shipgate.decision.Limit;
import dev.shipgate.number.Range;
import dev.shipgate.number.Within;
import dev.shipgate.policy.ForRules;
import dev.shipgate.policy.OneOf;
import dev.shipgate.policy.confinement.collections.FactValues;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The fact of a route that was measured and has a budget: the observed values, beside the limits that hold and their
 * sources. Conditions are rules over this fact. A value that was not measured is null, as is a limit that nobody set or
 * that does not apply, and null is neither more nor less than anything in a rule.
 *
 * @param route its name
 * @param p95Ms 95th percentile of latency in milliseconds
 * @param p95Limit its limit
 * @param p95Source {@code policy} or {@code caller}
 * @param errorRate failed requests over all requests, 0 to 1
 * @param errorLimit its limit
 * @param errorSource {@code policy} or {@code caller}
 * @param costPerSuccess cost of one successful turn
 * @param costLimit its limit
 * @param costSource {@code policy} or {@code caller}
 * @param taskSuccessDelta change of the task success rate against the release before, -1 to 1
 * @param minGain the least such change that excuses a cost above its limit; null when the change does not apply
 * @param missingLimits the limits that nobody set, under their names in the request
 */
@ForRules
public record BudgetedRoute(
        String route,
        @Within(Range.NOT_NEGATIVE) @Nullable Double p95Ms,
        @Within(Range.NOT_NEGATIVE) @Nullable Double p95Limit,
        @OneOf({Limit.POLICY, Limit.CALLER}) @Nullable String p95Source,
        @Within(Range.RATIO) @Nullable Double errorRate,
        @Within(Range.RATIO) @Nullable Double errorLimit,
        @OneOf({Limit.POLICY, Limit.CALLER}) @Nullable String errorSource,
        @Within(Range.NOT_NEGATIVE) @Nullable Double costPerSuccess,
        @Within(Range.NOT_NEGATIVE) @Nullable Double costLimit,
        @OneOf({Limit.POLICY, Limit.CALLER}) @Nullable String costSource,
        @Within(Range.DELTA) @Nullable Double taskSuccessDelta,
        @Within(Range.DELTA) @Nullable Double minGain,
        List<String> missingLimits) {

    public BudgetedRoute {
        missingLimits = FactValues.texts(missingLimits);
    }

    public static BudgetedRoute of(RouteMetrics metrics, Budget budget) {
        return of(metrics, budget, List.of());
    }

    /**
     * The same, for a route to which some metrics do not apply: these have no limit, and need none.
     *
     * @param notApplicable the names of these metrics in the request
     */
    public static BudgetedRoute of(RouteMetrics metrics, Budget budget, List<String> notApplicable) {
        Budget held = budget.without(notApplicable);
        List<String> missingLimits = new ArrayList<>(held.missingLimits());
        missingLimits.removeAll(notApplicable);
        return new BudgetedRoute(
                metrics.route(),
                metrics.p95Ms(),
                Limit.valueOf(held.p95Ms()),
                Limit.sourceOf(held.p95Ms()),
                metrics.errorRate(),
                Limit.valueOf(held.errorRate()),
                Limit.sourceOf(held.errorRate()),
                metrics.costPerSuccess(),
                Limit.valueOf(held.costPerSuccess()),
                Limit.sourceOf(held.costPerSuccess()),
                metrics.taskSuccessDelta(),
                Limit.valueOf(held.minGainForCostOverrun()),
                missingLimits);
    }
}
