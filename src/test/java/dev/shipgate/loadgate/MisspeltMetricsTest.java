package dev.shipgate.loadgate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shipgate.loadgate.LoadGateAnswer.FailureRow;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MisspeltMetricsTest {

    private static String detail(Map<String, Double> sent, List<String> missing) {
        RouteMetrics route = new RouteMetrics("find", null, null, null, null, sent, missing);
        return new MisspeltMetrics(List.of(route))
                .hinted(new FailureRow("find", "missing_metrics", null, null, missing, "a rule", "Not there."))
                .detail();
    }

    @Test
    void hintsAtEachMetricThatIsThereUnderAnotherSpelling() {
        assertThat(detail(Map.of("p95ms", 3.0, "error_rat", 0.1), List.of("p95_ms", "error_rate", "cost_per_success")))
                .isEqualTo("Not there. error_rat was sent: maybe error_rate is meant? p95ms was sent: maybe p95_ms is "
                        + "meant?");
        assertThat(detail(Map.of("errorRate", 0.1), List.of("error_rate")))
                .isEqualTo("Not there. errorRate was sent: maybe error_rate is meant?");
    }

    @ParameterizedTest
    @ValueSource(strings = {"p99_ms", "ttft_p95_ms", "samples", "p95_at_least_ms"})
    void anotherMetricIsNoMisspeltOne(String sent) {
        assertThat(detail(Map.of(sent, 3.0), List.of("p95_ms", "error_rate"))).isEqualTo("Not there.");
    }
}
