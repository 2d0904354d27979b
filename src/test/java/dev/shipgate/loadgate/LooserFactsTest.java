package dev.shipgate.loadgate;

import static dev.shipgate.loadgate.Facts.POLICY_BUDGET;
import static dev.shipgate.loadgate.Facts.measured;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shipgate.decision.Release;
import dev.shipgate.number.OutOfRangeException;
import dev.shipgate.policy.InvalidFindingException;
import dev.shipgate.policy.compile.TestRules;
import dev.shipgate.testing.Lengthy;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A rule that makes a looser fact of its own beside the one of the shipped rules passes nothing that these fail. */
@Lengthy
class LooserFactsTest {

    private static final String RULE = """
            package shipgate.loadgate
            import dev.shipgate.loadgate.BoundedLatency
            import dev.shipgate.loadgate.HeldMetric
            import dev.shipgate.loadgate.MetricLimit
            import dev.shipgate.loadgate.RouteMetrics
            rule "looser" salience %d
            when
                RouteMetrics()
            then
                insert(%s);
            end
            """;

    private static final String LIMIT = """
            rule "the limit of the policy" when then
                insert(new MetricLimit("find", "ttft_p95_ms", 300));
            end
            """;

    private static final RouteMetrics SLOW_FIRST_TOKEN = measured(Map.of("ttft_p95_ms", 900.0));

    private static final RouteMetrics SLOW_WITHIN_BOUNDS = new RouteMetrics(
            "find", null, 0.004, 0.041, 0.01, Map.of("p95_at_least_ms", 900.0, "p95_at_most_ms", 950.0), List.of());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "new HeldMetric(\"find\", \"ttft_p95_ms\", false, 1000.0, 900.0)",
                "new HeldMetric(\"find\", \"ttft_p95_ms\", false, 300.0, 1.0)"
            })
    void besideAShippedMetricALooserOneContradicts(String looser) {
        for (int salience : List.of(0, -35, -45)) {
            LoadGateAnswer answer = answer(RULE.formatted(salience, looser) + LIMIT, SLOW_FIRST_TOKEN);

            assertThat(answer.ship()).isFalse();
            assertThat(answer.failures())
                    .extracting(LoadGateAnswer.FailureRow::reason)
                    .containsExactly("ttft_p95_ms", "contradicting_findings");
        }
    }

    @Test
    void besideAShippedLatencyALooserOneContradicts() {
        String looser = "new BoundedLatency(\"find\", 900.0, 950.0, 1000000.0, \"policy\")";
        for (int salience : List.of(0, -35, -45)) {
            LoadGateAnswer answer = answer(RULE.formatted(salience, looser), SLOW_WITHIN_BOUNDS);

            assertThat(answer.ship()).isFalse();
            assertThat(answer.failures())
                    .extracting(LoadGateAnswer.FailureRow::reason)
                    .containsExactly("latency", "contradicting_findings");
        }
    }

    @Test
    void aFactOfNoNumberOrNoBoundIsRefused() {
        assertThatThrownBy(() -> new HeldMetric("find", "ttft_p95_ms", false, Double.NaN, 1))
                .isInstanceOf(OutOfRangeException.class);
        assertThatThrownBy(() -> new BoundedLatency("find", null, null, 800, "policy"))
                .isInstanceOf(InvalidFindingException.class)
                .hasMessage("A BoundedLatency (route find) must have a bound.");
        assertThatThrownBy(() -> new BoundedLatency("find", -1.0, null, 800, "policy"))
                .isInstanceOf(OutOfRangeException.class);
    }

    private static LoadGateAnswer answer(String rule, RouteMetrics metrics) {
        LoadGateRequest request =
                new LoadGateRequest(new Release(null, null, null, Map.of()), null, List.of(metrics), List.of());
        try (TestRules rules = TestRules.shippedWith("load-gate", Map.of("load-gate/looser.drl", rule))) {
            return GateAnswers.of(request, rules.evaluate(request.release(), metrics, POLICY_BUDGET));
        }
    }
}
