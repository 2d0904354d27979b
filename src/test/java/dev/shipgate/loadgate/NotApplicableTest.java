package dev.shipgate.loadgate;

import static dev.shipgate.loadgate.Facts.POLICY_BUDGET;
import static dev.shipgate.loadgate.Facts.measured;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.shipgate.decision.Release;
import dev.shipgate.loadgate.LoadGateAnswer.CheckRow;
import dev.shipgate.loadgate.LoadGateAnswer.FailureRow;
import dev.shipgate.policy.InvalidFindingException;
import dev.shipgate.policy.compile.TestRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The metrics that a policy says do not apply, and how far that goes. */
class NotApplicableTest {

    private static final Release RELEASE = new Release("search", null, null, Map.of());

    private static final RouteMetrics WITHOUT_COST =
            new RouteMetrics("find", 640.0, 0.004, null, 0.01, Map.of(), List.of("cost_per_success"));

    /** Rules insert the facts that a test passes in a list: the report counts only facts that rules insert. */
    private static final String SAYS_SO = """
            package shipgate.loadgate
            import dev.shipgate.loadgate.Budget
            import dev.shipgate.loadgate.CallerBudget
            import dev.shipgate.loadgate.MetricLimit
            import dev.shipgate.loadgate.NotApplicable
            import java.util.List

            rule "a budget" when List($budget : this[0]) then insert((Budget) $budget); end

            rule "does not apply"
            when
                $said : List(size > 1)
            then
                for (int i = 1; i < $said.size(); i++) {
                    insert(new NotApplicable("find", (String) $said.get(i), "It costs nothing."));
                }
            end

            rule "does not apply elsewhere" when List() then
                insert(new NotApplicable("nowhere", "cost_per_success", "There is no such route."));
            end
            """;

    @RegisterExtension
    static final TestRules RULES = TestRules.shippedWith("load-gate", Map.of("load-gate/says-so.drl", SAYS_SO));

    private static LoadGateAnswer answer(RouteMetrics route, Budget budget, String... notApplicable) {
        List<Object> said = new ArrayList<>();
        said.add(budget);
        said.addAll(List.of(notApplicable));
        return GateAnswers.of(
                new LoadGateRequest(RELEASE, null, List.of(route), List.of()), RULES.evaluate(RELEASE, route, said));
    }

    @Test
    void aMetricThatDoesNotApplyNeedNotBeMeasuredAndTheRowSaysWhy() {
        LoadGateAnswer answer = answer(WITHOUT_COST, POLICY_BUDGET, "cost_per_success");

        assertThat(answer.ship()).isTrue();
        assertThat(answer.checks())
                .extracting(CheckRow::check, row -> row.outcome().name(), CheckRow::because, CheckRow::becauseRule)
                .containsExactly(
                        tuple("latency", "PASS", null, null),
                        tuple("errors", "PASS", null, null),
                        tuple("cost_without_quality_gain", "NOT_APPLICABLE", "It costs nothing.", "does not apply"));
    }

    @Test
    void aMetricThatDoesNotApplyNeedsNoLimit() {
        assertThat(answer(WITHOUT_COST, new Budget("find").p95Ms(800).errorRate(0.01), "cost_per_success")
                        .ship())
                .isTrue();
    }

    @Test
    void nothingElseExcusesAMissingMetric() {
        assertThat(answer(WITHOUT_COST, POLICY_BUDGET, "error_rate").failures())
                .extracting(FailureRow::route, FailureRow::reason, FailureRow::missing)
                .containsExactly(tuple("find", "missing_metrics", List.of("cost_per_success")));
    }

    @Test
    void whatIsMeasuredAllTheSameIsShownAndNotJudged() {
        RouteMetrics tooExpensive = Facts.withCost(9, -0.5);

        LoadGateAnswer answer = answer(tooExpensive, POLICY_BUDGET, "cost_per_success");

        assertThat(answer.ship()).isTrue();
        assertThat(answer.checks())
                .filteredOn(row -> row.check().equals("cost_without_quality_gain"))
                .extracting(row -> row.outcome().name(), CheckRow::observed, CheckRow::limit)
                .containsExactly(tuple("NOT_APPLICABLE", 9.0, 0.05));
    }

    @Test
    void noGainExcusesCostWhereTaskSuccessDoesNotApply() {
        RouteMetrics better = Facts.withCost(9, 0.5);

        assertThat(answer(better, POLICY_BUDGET).ship()).isTrue();
        assertThat(answer(better, POLICY_BUDGET, "task_success_delta").failures())
                .extracting(FailureRow::reason)
                .containsExactly("cost_without_quality_gain");
    }

    @Test
    void aRouteToWhichNoCheckAppliesDoesNotShip() {
        LoadGateAnswer answer =
                answer(measured(), POLICY_BUDGET, "p95_ms", "error_rate", "cost_per_success", "task_success_delta");

        assertThat(answer.ship()).isFalse();
        assertThat(answer.failures())
                .extracting(FailureRow::route, FailureRow::reason, FailureRow::detail)
                .containsExactly(tuple(
                        "find",
                        "not_evaluated",
                        "The policy says of every check of this route that it does not apply, so nothing was judged."));
    }

    @Test
    void noErrorBudgetExcusesContradictingStatusesWithoutErrorRate() {
        RouteMetrics contradicting = measured(Map.of("samples", 300.0, "contradicting_status", 1.0));

        assertThat(answer(contradicting, POLICY_BUDGET).ship()).isTrue();
        assertThat(answer(measured(Map.of("samples", 300.0)), POLICY_BUDGET, "error_rate")
                        .ship())
                .isTrue();
        assertThat(answer(contradicting, POLICY_BUDGET, "error_rate").failures())
                .extracting(FailureRow::reason, FailureRow::detail)
                .containsExactly(tuple(
                        "contradicting_status",
                        "1 of 300 requests are called a success by the tool, but their status is 400 or more, or there was"
                                + " no response. The route has no error budget that could allow any."));
    }

    @Test
    void aRouteThatIsNotThereStaysOutOfTheAnswer() {
        assertThat(answer(measured(), POLICY_BUDGET).checks())
                .extracting(CheckRow::route)
                .containsOnly("find");
    }

    @Test
    void itMustBeSaidWhy() {
        assertThatThrownBy(() -> new NotApplicable("find", "cost_per_success", " "))
                .isInstanceOf(InvalidFindingException.class)
                .hasMessage("It must be said why the metric cost_per_success does not apply to the route find.");
    }
}
