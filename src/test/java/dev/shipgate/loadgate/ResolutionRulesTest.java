package dev.shipgate.loadgate;

import static dev.shipgate.loadgate.Facts.POLICY_BUDGET;
import static dev.shipgate.loadgate.Facts.caller;
import static dev.shipgate.loadgate.Facts.callerAsks;
import static dev.shipgate.loadgate.Facts.measured;
import static org.assertj.core.api.Assertions.assertThat;

import dev.shipgate.decision.KnownEnvironments;
import dev.shipgate.decision.Limit;
import dev.shipgate.policy.compile.TestRules;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ResolutionRulesTest {

    private static final KnownEnvironments NO_OTHERS = new KnownEnvironments(List.of(), List.of());
    private static final String ONLY_CALLER = "only the caller gave limits";
    private static final String CALLER_COUNTS = "a budget from the caller counts beside those of the policy";
    private static final String STRICTER_BUDGET = "of two budgets for one route the stricter limits hold";
    private static final String STRICTER_METRIC = "of two limits on one metric the lower one holds";
    private static final String DEFAULT_GAIN = "the usual gain excuses a higher cost where no budget says otherwise";
    private static final String HELD_AGAINST = "a measured route is held against its budget";

    @RegisterExtension
    static final TestRules RULES = TestRules.shipped("load-gate");

    @Test
    void aBudgetFromTheCallerAloneIsUsedAsItIs() {
        Budget asked = new Budget("find")
                .p95Ms(caller(700))
                .errorRate(caller(0.02))
                .costPerSuccess(caller(0.03))
                .minGainForCostOverrun(caller(0.01));

        assertThat(RULES.fired(callerAsks(asked))).contains(CALLER_COUNTS).doesNotContain(STRICTER_BUDGET);
        assertThat(budgetsThatHold(callerAsks(asked))).containsExactly(asked);
    }

    @Test
    void onlyTheCallerGaveLimitsBesideAPolicyBudgetWithoutOne() {
        Object[] callerAlone = {NO_OTHERS, callerAsks(new Budget("find").p95Ms(caller(700)))};
        Object[] withoutLimit = {NO_OTHERS, callerAlone[1], new Budget("find").minGainForCostOverrun(0.01)};
        Object[] withLimit = {NO_OTHERS, callerAlone[1], new Budget("find").errorRate(0.01)};

        assertThat(RULES.fired(callerAlone)).contains(ONLY_CALLER);
        assertThat(RULES.fired(withoutLimit)).contains(ONLY_CALLER);
        assertThat(RULES.fired(withLimit)).doesNotContain(ONLY_CALLER);
    }

    @Test
    void withoutACallersBudgetOnlyThePolicyCounts() {
        assertThat(RULES.fired(measured(), POLICY_BUDGET))
                .contains(HELD_AGAINST)
                .doesNotContain(CALLER_COUNTS, STRICTER_BUDGET);
    }

    @Test
    void theCallerCanMakeEachLimitStricter() {
        Budget stricter = new Budget("find")
                .p95Ms(caller(700))
                .errorRate(caller(0.005))
                .costPerSuccess(caller(0.04))
                .minGainForCostOverrun(caller(0.03));

        assertThat(RULES.fired(POLICY_BUDGET, callerAsks(stricter))).contains(STRICTER_BUDGET);
        assertThat(budgetsThatHold(POLICY_BUDGET, callerAsks(stricter))).containsExactly(stricter);
    }

    @Test
    void theCallerCanLoosenNoLimit() {
        Budget looser = new Budget("find")
                .p95Ms(caller(900))
                .errorRate(caller(0.02))
                .costPerSuccess(caller(0.06))
                .minGainForCostOverrun(caller(0.01));

        assertThat(RULES.fired(POLICY_BUDGET, callerAsks(looser))).contains(STRICTER_BUDGET);
        assertThat(heldBudget(POLICY_BUDGET, callerAsks(looser))).isEqualTo(POLICY_BUDGET);
    }

    @Test
    void eachLimitIsResolvedByItself() {
        Budget mixed = new Budget("find").p95Ms(caller(700)).errorRate(caller(0.02));

        assertThat(heldBudget(POLICY_BUDGET, callerAsks(mixed))).isEqualTo(POLICY_BUDGET.p95Ms(caller(700)));
    }

    @Test
    void equalLimitsCountAsThePolicys() {
        Budget equal = new Budget("find")
                .p95Ms(caller(800))
                .errorRate(caller(0.01))
                .costPerSuccess(caller(0.05))
                .minGainForCostOverrun(caller(0.02));

        assertThat(heldBudget(POLICY_BUDGET, callerAsks(equal))).isEqualTo(POLICY_BUDGET);
    }

    @Test
    void ofThreeBudgetsTheStrictestOfEachLimitHolds() {
        Budget fast = new Budget("find").p95Ms(600).errorRate(0.03).costPerSuccess(0.09);
        Budget cheap = new Budget("find").p95Ms(900).errorRate(0.02).costPerSuccess(0.01);

        assertThat(heldBudget(POLICY_BUDGET, fast, cheap))
                .isEqualTo(POLICY_BUDGET.p95Ms(600).costPerSuccess(0.01));
        assertThat(heldBudget(cheap, fast, POLICY_BUDGET))
                .isEqualTo(POLICY_BUDGET.p95Ms(600).costPerSuccess(0.01));
    }

    @Test
    void budgetsOfTwoRoutesAreNotMixed() {
        Budget unrelated = new Budget("other").p95Ms(1);

        assertThat(RULES.fired(measured(), POLICY_BUDGET, unrelated)).doesNotContain(STRICTER_BUDGET);
    }

    @Test
    void ofTwoLimitsOnOneMetricTheLowerHolds() {
        MetricLimit low = new MetricLimit("find", "ttft_p95_ms", 300);
        MetricLimit high = new MetricLimit("find", "ttft_p95_ms", 400);
        RouteMetrics between = measured(Map.of("ttft_p95_ms", 350.0));

        for (List<Object> facts : List.of(List.<Object>of(between, low, high), List.<Object>of(between, high, low))) {
            assertThat(RULES.fired(facts.toArray())).contains(STRICTER_METRIC);
            assertThat(RULES.evaluate(facts).facts(Check.class))
                    .containsExactly(Check.fail("find", "ttft_p95_ms", 350, 300, "policy", "ttft_p95_ms"));
        }
    }

    @Test
    void limitsOnTwoMetricsBothHold() {
        RouteMetrics metrics = measured(Map.of("ttft_p95_ms", 350.0, "samples_lost", 1.0));
        MetricLimit ttft = new MetricLimit("find", "ttft_p95_ms", 300);
        MetricLimit lost = new MetricLimit("find", "samples_lost", 2);
        MetricLimit elsewhere = new MetricLimit("other", "ttft_p95_ms", 100);

        assertThat(RULES.fired(metrics, ttft, lost, elsewhere)).doesNotContain(STRICTER_METRIC);
        assertThat(RULES.evaluate(metrics, ttft, lost).facts(Check.class))
                .containsExactlyInAnyOrder(
                        Check.fail("find", "ttft_p95_ms", 350, 300, "policy", "ttft_p95_ms"),
                        Check.pass("find", "samples_lost", 1, 2, "policy"));
    }

    @Test
    void aBudgetThatIsSilentAboutTheGainGetsTheDefault() {
        Budget silent = new Budget("find").p95Ms(800);

        assertThat(RULES.fired(silent)).contains(DEFAULT_GAIN);
        assertThat(heldBudget(silent)).isEqualTo(silent.minGainForCostOverrun(Limit.ofPolicy(0.02)));
    }

    @Test
    void callersCannotLowerTheDefaultGainBesideAPolicyBudget() {
        Budget lower = new Budget("find").minGainForCostOverrun(caller(0.001));

        assertThat(heldBudget(callerAsks(lower), new Budget("find").p95Ms(800)))
                .isEqualTo(new Budget("find").p95Ms(800).minGainForCostOverrun(0.02));
    }

    @Test
    void aCallerWithTheOnlyBudgetSetsTheGain() {
        Budget lower = new Budget("find").minGainForCostOverrun(caller(0.001));

        assertThat(RULES.fired(callerAsks(lower))).doesNotContain(DEFAULT_GAIN);
        assertThat(heldBudget(callerAsks(lower))).isEqualTo(lower);
    }

    @Test
    void aMeasuredRouteStandsBesideTheLimitsThatHoldForIt() {
        assertThat(RULES.fired(measured(), POLICY_BUDGET)).contains(HELD_AGAINST);
        assertThat(RULES.evaluate(measured(), POLICY_BUDGET).facts(BudgetedRoute.class))
                .containsExactly(new BudgetedRoute(
                        "find", 640.0, 800.0, "policy", 0.004, 0.01, "policy", 0.041, 0.05, "policy", 0.01, 0.02,
                        List.of()));
    }

    @Test
    void aRouteIsNotHeldAgainstTheBudgetOfAnother() {
        assertThat(RULES.fired(measured(), new Budget("other").p95Ms(800))).doesNotContain(HELD_AGAINST);
    }

    /** The budgets that rules inserted and that none took back. */
    private static List<Budget> budgetsThatHold(Object... facts) {
        return RULES.evaluate(facts).facts(Budget.class);
    }

    private static Budget heldBudget(Object... facts) {
        List<Budget> budgets = budgetsThatHold(facts);
        assertThat(budgets).hasSize(1);
        return budgets.get(0);
    }
}
