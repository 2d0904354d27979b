package dev.shipgate.loadgate;

import static dev.shipgate.loadgate.Facts.callerAsks;
import static dev.shipgate.loadgate.Facts.measured;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.shipgate.decision.Limit;
import dev.shipgate.decision.Release;
import dev.shipgate.loadgate.LoadGateAnswer.CheckRow;
import dev.shipgate.policy.Finding;
import dev.shipgate.policy.RuleInfo;
import dev.shipgate.policy.RuleRun;
import dev.shipgate.policy.compile.TestRules;
import dev.shipgate.testing.NamesOfOneHash;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The rule that set the limit of a row: a person who is held back by the limit looks for its owner. */
class LimitSettersTest {

    private static final Release RELEASE = new Release("search", null, null, Map.of());

    private static final String BUDGETS = """
            package shipgate.loadgate
            import dev.shipgate.decision.Release
            import dev.shipgate.loadgate.Budget
            import dev.shipgate.loadgate.Check
            import dev.shipgate.loadgate.MetricLimit

            rule "everything" when Release(service == "search") then
                insert(new Budget("find").p95Ms(800).errorRate(0.01).costPerSuccess(0.05));
                insert(new MetricLimit("find", "ttft_p95_ms", 300));
            end
            rule "errors, stricter" when Release(service == "search") then
                insert(new Budget("find").p95Ms(900).errorRate(0.005));
            end
            rule "first word, stricter" when Release(service == "search") then
                insert(new MetricLimit("find", "ttft_p95_ms", 200));
            end
            rule "never more results than ten" when Release(service == "search") then
                insert(new MetricLimit("find", "results", 10));
            end
            rule "never fewer results than ten" when Release(service == "search") then
                insert(MetricLimit.atLeast("find", "results", 10));
            end
            rule "a check of its own" when Release(service == "search") then
                insert(Check.fail("find", "pages", 12, 10, "policy", "pages"));
            end
            """;

    @RegisterExtension
    static final TestRules RULES = TestRules.shippedWith("load-gate", Map.of("load-gate/owners.drl", BUDGETS));

    private static List<CheckRow> rows(CallerBudget... budgets) {
        RouteMetrics route = measured(Map.of("ttft_p95_ms", 100.0, "results", 10.0));
        Object[] facts = new Object[2 + budgets.length];
        facts[0] = RELEASE;
        facts[1] = route;
        System.arraycopy(budgets, 0, facts, 2, budgets.length);
        return GateAnswers.of(
                        new LoadGateRequest(RELEASE, null, List.of(route), List.of(budgets)), RULES.evaluate(facts))
                .checks();
    }

    @Test
    void eachLimitNamesTheRuleThatSetItAlsoInAMergedBudget() {
        assertThat(rows())
                .extracting(CheckRow::check, CheckRow::limit, CheckRow::budgetRule)
                .containsExactlyInAnyOrder(
                        tuple("latency", 800.0, "everything"),
                        tuple("errors", 0.005, "errors, stricter"),
                        tuple("cost_without_quality_gain", 0.05, "everything"),
                        tuple("ttft_p95_ms", 200.0, "first word, stricter"),
                        tuple("results", 10.0, "never more results than ten"),
                        tuple("results", 10.0, "never fewer results than ten"),
                        tuple("pages", 10.0, "a check of its own"));
    }

    @Test
    void aLimitOfTheCallerHasNoRule() {
        assertThat(rows(callerAsks(new Budget("find").p95Ms(Facts.caller(700)))))
                .filteredOn(row -> row.check().equals("latency"))
                .extracting(CheckRow::limit, CheckRow::budgetSource, CheckRow::budgetRule)
                .containsExactly(tuple(700.0, "caller", null));
    }

    @Test
    @Timeout(value = 10, unit = TimeUnit.SECONDS)
    void routesWithNamesOfOneHashAreFound() {
        RuleInfo rule = new RuleInfo("latency is over budget", "shipgate", "load-gate/a.drl", 1, Map.of(), "");
        List<Check> checks = NamesOfOneHash.of(15).stream()
                .map(name -> Check.fail(name, Check.LATENCY, 900, 800, Limit.POLICY, "too slow"))
                .toList();
        List<Finding<?>> findings = new ArrayList<>();
        checks.forEach(check -> findings.add(new Finding<>(check, rule)));

        LimitSetters setters = new LimitSetters(new RuleRun(List.of(), findings, List.of()));

        assertThat(checks).extracting(setters::ruleOf).containsOnly("latency is over budget");
    }
}
