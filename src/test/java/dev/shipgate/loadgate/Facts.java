package dev.shipgate.loadgate;

import dev.shipgate.decision.Limit;
import java.util.List;
import java.util.Map;

/** Facts of a route named {@code find}, for tests of single rules. */
final class Facts {

    /** A budget of the policy's: 800 ms, 1 percent, 0.05 a turn, and 2 points excuse more. */
    static final Budget POLICY_BUDGET =
            new Budget("find").p95Ms(800).errorRate(0.01).costPerSuccess(0.05).minGainForCostOverrun(0.02);

    private Facts() {}

    /** Everything measured, everything within {@link #POLICY_BUDGET}. */
    static RouteMetrics measured() {
        return measured(Map.of());
    }

    static RouteMetrics measured(Map<String, Double> others) {
        return new RouteMetrics("find", 640.0, 0.004, 0.041, 0.01, others, List.of());
    }

    static RouteMetrics withP95(double p95Ms) {
        return new RouteMetrics("find", p95Ms, 0.004, 0.041, 0.01, Map.of(), List.of());
    }

    static RouteMetrics withErrors(double errorRate) {
        return new RouteMetrics("find", 640.0, errorRate, 0.041, 0.01, Map.of(), List.of());
    }

    static RouteMetrics withCost(double costPerSuccess, double taskSuccessDelta) {
        return new RouteMetrics("find", 640.0, 0.004, costPerSuccess, taskSuccessDelta, Map.of(), List.of());
    }

    static RouteMetrics notMeasured() {
        return new RouteMetrics(
                "find",
                null,
                null,
                null,
                null,
                Map.of(),
                List.of("p95_ms", "error_rate", "cost_per_success", "task_success_delta"));
    }

    /** A budget of one limit that the caller asks for. */
    static CallerBudget callerAsks(Budget budget) {
        return new CallerBudget(budget.route(), budget);
    }

    static Limit caller(double value) {
        return new Limit(value, Limit.CALLER);
    }
}
