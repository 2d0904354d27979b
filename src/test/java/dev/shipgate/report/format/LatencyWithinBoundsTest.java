package dev.shipgate.report.format;

import static dev.shipgate.testing.Json.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.shipgate.report.Answers;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A latency that is only known within bounds is shown as such, and not as its estimate. */
class LatencyWithinBoundsTest {

    private static final String GATE = """
            {"verdict": "block", "ship": false, "failures": [], "warnings": [],
             "checks": [{"route": "find", "check": "latency", "outcome": "not_evaluated", "observed": 31.5, %s
                         "limit": 40, "margin": null, "budget_source": "policy"}]}
            """;

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            "p95_at_least_ms": 25.0, "p95_at_most_ms": 45.0, ; 25 to 45
            "p95_at_least_ms": 25.0,                         ; at least 25
            "p95_at_most_ms": 290.0,                         ; at most 290
            '';                                                31.5
            """)
    void theBoundsAreTheObservedValue(String bounds, String observed) {
        String gate = GATE.formatted(bounds);

        assertThat(Answers.text(ReportFormat.TEXT, "load_gate", json(gate)))
                .containsPattern("latency +" + observed + " ");
        assertThat(Answers.text(ReportFormat.MARKDOWN, "load_gate", json(gate))).contains("| " + observed + " |");
        assertThat(Answers.text(ReportFormat.CSV, "load_gate", json(gate))).contains("," + observed + ",");
    }
}
