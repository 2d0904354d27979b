package dev.shipgate.loadgate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.shipgate.decision.Release;
import dev.shipgate.loadgate.Check.Outcome;
import dev.shipgate.loadgate.LoadGateAnswer.CheckRow;
import dev.shipgate.policy.compile.TestRules;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** To a computer 210 * 1.1 is a hair more than 231, and 0.7 * 1.1 a hair more than 0.77. */
class CalculatedLimitsTest {

    private static final Release RELEASE = new Release("search", null, null, Map.of());

    private static final String LIMITS = """
            package shipgate.loadgate
            import dev.shipgate.decision.Release
            import dev.shipgate.loadgate.Budget
            import dev.shipgate.loadgate.Check
            import dev.shipgate.loadgate.MetricLimit

            rule "a tenth more than before" when Release(service == "search") then
                insert(new Budget("find").p95Ms(210 * 1.1).errorRate(0.01).costPerSuccess(0.05));
                insert(MetricLimit.atLeast("find", "tokens_per_second", 210 * 1.1));
                insert(new MetricLimit("find", "rows", 1234567));
                insert(Check.fail("find", "pages", 12, 0.7 * 1.1, "policy", "pages"));
            end
            """;

    @RegisterExtension
    static final TestRules RULES = TestRules.shippedWith("load-gate", Map.of("load-gate/limits.drl", LIMITS));

    @Test
    void areTheNumbersThatTheyMean() {
        RouteMetrics route = new RouteMetrics(
                "find", 231.0, 0.0, 0.01, 0.0, Map.of("tokens_per_second", 231.0, "rows", 1234567.0), List.of());
        LoadGateAnswer answer = GateAnswers.of(
                new LoadGateRequest(RELEASE, null, List.of(route), List.of()), RULES.evaluate(RELEASE, route));

        assertThat(answer.checks())
                .extracting(CheckRow::check, CheckRow::outcome, CheckRow::limit, CheckRow::margin, CheckRow::budgetRule)
                .contains(
                        tuple("latency", Outcome.PASS, 231.0, 0.0, "a tenth more than before"),
                        tuple("tokens_per_second", Outcome.PASS, 231.0, 0.0, "a tenth more than before"),
                        tuple("rows", Outcome.PASS, 1234567.0, 0.0, "a tenth more than before"),
                        tuple("pages", Outcome.FAIL, 0.77, -14.5844, "a tenth more than before"));
        assertThat(answer.failures())
                .extracting(LoadGateAnswer.FailureRow::limit, LoadGateAnswer.FailureRow::detail)
                .containsExactly(tuple(0.77, "pages is 12, over the limit of 0.77 by 1460 %."));
    }
}
