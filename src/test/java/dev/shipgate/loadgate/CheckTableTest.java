package dev.shipgate.loadgate;

import static dev.shipgate.loadgate.Facts.measured;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.shipgate.decision.Release;
import dev.shipgate.loadgate.LoadGateAnswer.CheckRow;
import dev.shipgate.policy.Findings;
import java.util.List;
import java.util.Map;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;

/** Which rows the limits of a policy's own have. */
class CheckTableTest {

    @Test
    void aMetricThatIsExcusedBelowItsLowerLimitHasOneRow() {
        Check excused = Check.excusedAtLeast("find", "results", 9, 10, "policy", "The index is new.");

        assertThat(rows(9, new Findings().by("own", MetricLimit.atLeast("find", "results", 10), excused)))
                .containsExactly(tuple("PASS", 9.0, 10.0, -0.1, "The index is new."));
    }

    @Test
    void aLimitThatNoRuleEvaluatedHasARowBesideThatOfTheOtherSide() {
        assertThat(rows(
                        11,
                        new Findings()
                                .by(
                                        "own",
                                        MetricLimit.atLeast("find", "results", 10),
                                        new MetricLimit("find", "results", 10),
                                        Check.excused("find", "results", 11, 10, "policy", "They are short."))))
                .containsExactly(
                        tuple("PASS", 11.0, 10.0, -0.1, "They are short."),
                        tuple("NOT_EVALUATED", 11.0, 10.0, 0.1, null));
    }

    @Test
    void theBoundsOfALatencyStandInItsRowAndInNoOther() {
        RouteMetrics route = measured(Map.of("p95_at_least_ms", 25.0, "p95_at_most_ms", 45.0));
        LoadGateRequest request =
                new LoadGateRequest(new Release(null, null, null, Map.of()), null, List.of(route), List.of());

        assertThat(GateAnswers.of(request, new Findings().run()).checks())
                .extracting(CheckRow::check, CheckRow::p95AtLeastMs, CheckRow::p95AtMostMs)
                .containsExactly(
                        tuple("latency", 25.0, 45.0),
                        tuple("errors", null, null),
                        tuple("cost_without_quality_gain", null, null));
    }

    private static List<Tuple> rows(double results, Findings findings) {
        RouteMetrics route = measured(Map.of("results", results));
        LoadGateRequest request =
                new LoadGateRequest(new Release(null, null, null, Map.of()), null, List.of(route), List.of());
        return GateAnswers.of(request, findings.run()).checks().stream()
                .filter(row -> row.check().equals("results"))
                .map(CheckTableTest::row)
                .toList();
    }

    private static Tuple row(CheckRow row) {
        return tuple(row.outcome().name(), row.observed(), row.limit(), row.margin(), row.because());
    }
}
