package dev.shipgate.loadgate;

import static dev.shipgate.loadgate.Facts.POLICY_BUDGET;
import static dev.shipgate.loadgate.Facts.measured;
import static dev.shipgate.loadgate.Facts.notMeasured;
import static org.assertj.core.api.Assertions.assertThat;

import dev.shipgate.policy.compile.TestRules;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class MissingRulesTest {

    private static final String METRICS_MISSING = "a route was measured without all of its metrics";
    private static final String ROUTE_NOT_MEASURED = "a route that has a budget was not measured";
    private static final String NO_BUDGET = "a measured route has no budget";
    private static final String LIMIT_MISSING = "the budget of a route lacks a limit";
    private static final String NOTHING = "nothing was measured and nothing has a budget";

    @RegisterExtension
    static final TestRules RULES = TestRules.shipped("load-gate");

    @Test
    void aRouteWithAllMetricsAndLimitsLacksNothing() {
        assertThat(RULES.fired(measured(), POLICY_BUDGET))
                .doesNotContain(METRICS_MISSING, ROUTE_NOT_MEASURED, NO_BUDGET, LIMIT_MISSING, NOTHING);
        assertThat(RULES.evaluate(measured(), POLICY_BUDGET).facts(Failure.class))
                .isEmpty();
    }

    @Test
    void aMetricThatIsNullIsMissingAndNamed() {
        RouteMetrics partly = new RouteMetrics(
                "find", 640.0, null, 0.04, null, Map.of(), List.of("error_rate", "task_success_delta"));

        assertThat(RULES.fired(partly, POLICY_BUDGET)).contains(METRICS_MISSING);
        assertThat(RULES.evaluate(partly, POLICY_BUDGET).facts(Failure.class))
                .containsExactly(new Failure(
                        "find",
                        "missing_metrics",
                        "Not measured: error_rate, task_success_delta.",
                        List.of("error_rate", "task_success_delta")));
    }

    @Test
    void aNullRouteLacksEveryMetric() {
        assertThat(RULES.evaluate(notMeasured(), POLICY_BUDGET).facts(Failure.class))
                .containsExactly(new Failure(
                        "find",
                        "missing_metrics",
                        "Not measured: p95_ms, error_rate, cost_per_success, task_success_delta.",
                        List.of("p95_ms", "error_rate", "cost_per_success", "task_success_delta")));
    }

    @Test
    void aBudgetedRouteThatIsNotThereLacksEveryMetric() {
        assertThat(RULES.fired(POLICY_BUDGET)).contains(ROUTE_NOT_MEASURED).doesNotContain(NOTHING);
        assertThat(RULES.evaluate(POLICY_BUDGET).facts(Failure.class))
                .containsExactly(new Failure(
                        "find",
                        "missing_metrics",
                        "The route has a budget and was not measured.",
                        List.of("p95_ms", "error_rate", "cost_per_success", "task_success_delta")));
    }

    @Test
    void aBudgetTheCallerBringsMustBeMeasuredToo() {
        assertThat(RULES.fired(Facts.callerAsks(new Budget("find").p95Ms(Facts.caller(800)))))
                .contains(ROUTE_NOT_MEASURED)
                .doesNotContain(NOTHING);
    }

    @Test
    void aMeasuredRouteWithoutABudgetLacksEveryLimit() {
        assertThat(RULES.fired(measured()))
                .contains(NO_BUDGET)
                .doesNotContain(ROUTE_NOT_MEASURED, LIMIT_MISSING, NOTHING);
        assertThat(RULES.evaluate(measured()).facts(Failure.class))
                .containsExactly(new Failure(
                        "find",
                        "missing_budget",
                        "Neither the policy nor the caller has a budget for this route.",
                        List.of("p95_ms", "error_rate", "cost_per_success")));
    }

    @Test
    void aBudgetOfAnotherRouteIsNoBudgetForThisOne() {
        assertThat(RULES.fired(measured(), new Budget("other").p95Ms(800))).contains(NO_BUDGET, ROUTE_NOT_MEASURED);
    }

    @Test
    void aLimitThatNobodySetIsMissingAndNamed() {
        Budget latencyOnly = new Budget("find").p95Ms(800);

        assertThat(RULES.fired(measured(), latencyOnly)).contains(LIMIT_MISSING).doesNotContain(NO_BUDGET);
        assertThat(RULES.evaluate(measured(), latencyOnly).facts(Failure.class))
                .containsExactly(new Failure(
                        "find",
                        "missing_budget",
                        "The budget has no limit for error_rate, cost_per_success.",
                        List.of("error_rate", "cost_per_success")));
    }

    @Test
    void nothingAtAllIsAFailureOfItsOwn() {
        assertThat(RULES.fired()).containsExactly(NOTHING);
        assertThat(RULES.evaluate().facts(Failure.class))
                .containsExactly(
                        new Failure(null, "no_routes", "No route was measured, and none has a budget.", List.of()));
    }
}
