package dev.shipgate.loadgate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.shipgate.decision.Release;
import dev.shipgate.loadgate.LoadGateAnswer.CheckRow;
import dev.shipgate.policy.RuleRun;
import dev.shipgate.policy.compile.TestRules;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A limit of the policy's own that a rule takes away still blocks, unless one as strict is in its place. */
class MetricLimitsTest {

    private static final String HEAD = """
            package shipgate.loadgate
            import dev.shipgate.decision.Release
            import dev.shipgate.loadgate.MetricLimit
            rule "the first word comes soon" when Release() then
                insert(new MetricLimit("find", "ttft_p95_ms", 300));
            end
            """;

    @Test
    void oneThatIsDeletedBlocksAndItsRuleIsNamed() {
        assertThat(ttft("rule \"own\" salience -15 when $l : MetricLimit(route == \"find\") then delete($l); end"))
                .extracting(row -> row.outcome().name(), CheckRow::limit, CheckRow::budgetRule)
                .containsExactly(tuple("NOT_EVALUATED", 300.0, "the first word comes soon"));
    }

    @Test
    void oneThatIsReplacedByALooserOneBlocks() {
        assertThat(ttft("rule \"own\" salience -15 when $l : MetricLimit(limit == 300) then delete($l); "
                        + "insert(new MetricLimit(\"find\", \"ttft_p95_ms\", 9000)); end"))
                .extracting(row -> row.outcome().name(), CheckRow::limit, CheckRow::budgetRule)
                .containsExactly(
                        tuple("PASS", 9000.0, "own"), tuple("NOT_EVALUATED", 300.0, "the first word comes soon"));
    }

    @Test
    void oneThatIsReplacedByAStricterOneIsGone() {
        assertThat(
                        ttft(
                                "rule \"own\" when Release() then insert(new MetricLimit(\"find\", \"ttft_p95_ms\", 250)); end"))
                .extracting(row -> row.outcome().name(), CheckRow::limit)
                .containsExactly(tuple("FAIL", 250.0));
    }

    /** The rows of the metric, of a route that is within all of its other limits. */
    private static List<CheckRow> ttft(String rule) {
        RouteMetrics find = new RouteMetrics("find", 10.0, 0.0, 0.0, 0.0, Map.of("ttft_p95_ms", 280.0), List.of());
        Release release = new Release("web", null, null, Map.of());
        CallerBudget budget = new CallerBudget(
                "find", new Budget("find").p95Ms(20).errorRate(0.1).costPerSuccess(1));
        try (TestRules rules = TestRules.shippedWith("load-gate", Map.of("load-gate/own.drl", HEAD + rule))) {
            RuleRun run = rules.evaluate(release, find, budget);
            LoadGateAnswer answer = GateAnswers.of(request(release, find, budget), run);
            assertThat(answer.ship())
                    .isEqualTo(answer.checks().stream().allMatch(row -> row.outcome() == Check.Outcome.PASS));
            return answer.checks().stream()
                    .filter(row -> row.check().equals("ttft_p95_ms"))
                    .toList();
        }
    }

    private static LoadGateRequest request(Release release, RouteMetrics find, CallerBudget budget) {
        return new LoadGateRequest(release, null, List.of(find), List.of(budget));
    }
}
