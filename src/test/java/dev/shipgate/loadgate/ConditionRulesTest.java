package dev.shipgate.loadgate;

import static dev.shipgate.loadgate.Facts.POLICY_BUDGET;
import static dev.shipgate.loadgate.Facts.measured;
import static dev.shipgate.loadgate.Facts.notMeasured;
import static dev.shipgate.loadgate.Facts.withCost;
import static dev.shipgate.loadgate.Facts.withErrors;
import static dev.shipgate.loadgate.Facts.withP95;
import static org.assertj.core.api.Assertions.assertThat;

import dev.shipgate.policy.compile.TestRules;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ConditionRulesTest {

    private static final String LATENCY_WITHIN = "latency is within budget";
    private static final String LATENCY_OVER = "latency is over budget";
    private static final String ERRORS_WITHIN = "errors are within budget";
    private static final String ERRORS_OVER = "errors are over budget";
    private static final String COST_WITHIN = "cost is within budget";
    private static final String COST_EXCUSED = "cost is over budget and a gain in task success excuses it";
    private static final String COST_OVER = "cost is over budget without a gain in task success";
    private static final List<String> CONDITIONS =
            List.of(LATENCY_WITHIN, LATENCY_OVER, ERRORS_WITHIN, ERRORS_OVER, COST_WITHIN, COST_EXCUSED, COST_OVER);

    @RegisterExtension
    static final TestRules RULES = TestRules.shipped("load-gate");

    @Test
    void latencyEqualToItsBudgetIsWithinIt() {
        assertThat(conditionsThatFire(withP95(800)))
                .containsExactlyInAnyOrder(LATENCY_WITHIN, ERRORS_WITHIN, COST_WITHIN);
    }

    @Test
    void latencyOfTheNextDoubleAboveIsOverBudget() {
        assertThat(conditionsThatFire(withP95(Math.nextUp(800.0))))
                .containsExactlyInAnyOrder(LATENCY_OVER, ERRORS_WITHIN, COST_WITHIN);
    }

    @Test
    void errorsEqualToTheirBudgetAreWithinIt() {
        assertThat(conditionsThatFire(withErrors(0.01)))
                .containsExactlyInAnyOrder(LATENCY_WITHIN, ERRORS_WITHIN, COST_WITHIN);
    }

    @Test
    void errorsOfTheNextDoubleAboveAreOverBudget() {
        assertThat(conditionsThatFire(withErrors(Math.nextUp(0.01))))
                .containsExactlyInAnyOrder(LATENCY_WITHIN, ERRORS_OVER, COST_WITHIN);
    }

    @Test
    void costEqualToItsBudgetIsWithinItWhateverTheGain() {
        assertThat(conditionsThatFire(withCost(0.05, -1)))
                .containsExactlyInAnyOrder(LATENCY_WITHIN, ERRORS_WITHIN, COST_WITHIN);
    }

    @Test
    void costOfTheNextDoubleAboveIsExcusedByAGainEqualToTheLeastOne() {
        assertThat(conditionsThatFire(withCost(Math.nextUp(0.05), 0.02)))
                .containsExactlyInAnyOrder(LATENCY_WITHIN, ERRORS_WITHIN, COST_EXCUSED);
    }

    @Test
    void aGainJustBelowTheLeastDoesNotExcuseCostJustAboveTheLimit() {
        assertThat(conditionsThatFire(withCost(Math.nextUp(0.05), Math.nextDown(0.02))))
                .containsExactlyInAnyOrder(LATENCY_WITHIN, ERRORS_WITHIN, COST_OVER);
    }

    @Test
    void anExcusedCostPassesAndWarns() {
        var run = RULES.evaluate(withCost(0.06, 0.03), POLICY_BUDGET);

        assertThat(run.facts(Check.class))
                .contains(Check.excused(
                        "find",
                        Check.COST,
                        0.06,
                        0.05,
                        "policy",
                        "Task success changed by 0.03, which excuses the cost."));
        assertThat(run.facts(Warning.class))
                .containsExactly(new Warning(
                        "find",
                        "cost_excused_by_quality_gain",
                        "A successful turn costs 0.06, over the budget of 0.05;"
                                + " task success changed by 0.03, which excuses it."));
    }

    @Test
    void aFailedCheckNamesTheValueTheLimitAndWhoSetIt() {
        assertThat(RULES.evaluate(withP95(900), POLICY_BUDGET).facts(Check.class))
                .contains(Check.fail("find", Check.LATENCY, 900, 800, "policy", "p95 latency in ms"));
        assertThat(RULES.evaluate(withErrors(0.02), POLICY_BUDGET).facts(Check.class))
                .contains(Check.fail("find", Check.ERRORS, 0.02, 0.01, "policy", "error rate"));
        assertThat(RULES.evaluate(withCost(0.06, 0), POLICY_BUDGET).facts(Check.class))
                .contains(Check.fail("find", Check.COST, 0.06, 0.05, "policy", "cost per successful turn"));
    }

    @Test
    void whatWasNotMeasuredIsNeitherWithinNorOverBudget() {
        assertThat(conditionsThatFire(notMeasured())).isEmpty();
    }

    @Test
    void aCostOverBudgetIsNotJudgedWhileTheGainIsUnknown() {
        RouteMetrics gainUnknown =
                new RouteMetrics("find", 640.0, 0.004, 0.06, null, Map.of(), List.of("task_success_delta"));
        assertThat(conditionsThatFire(gainUnknown)).containsExactlyInAnyOrder(LATENCY_WITHIN, ERRORS_WITHIN);
    }

    @Test
    void aLimitThatNobodySetIsNeitherKeptNorBroken() {
        assertThat(RULES.fired(measured(), new Budget("find").errorRate(0.01)))
                .filteredOn(CONDITIONS::contains)
                .containsExactly(ERRORS_WITHIN);
    }

    private static Stream<String> conditionsThatFire(RouteMetrics metrics) {
        return RULES.fired(metrics, POLICY_BUDGET).stream().filter(CONDITIONS::contains);
    }
}
