package dev.shipgate.policy.lint.texts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shipgate.loadgate.MetricLimit;
import dev.shipgate.policy.InvalidFindingException;
import dev.shipgate.policy.lint.Slips;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A limit on a number that has a budget of its own would block every release as if the number were missing. */
class MistakenNamesTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            p95_ms             | new Budget("find").p95Ms(300)
            error_rate         | new Budget("find").errorRate(0.01)
            cost_per_success   | new Budget("find").costPerSuccess(0.05)
            task_success_delta | a rule with RouteMetrics(taskSuccessDelta < 0) in when
            """)
    void isRefusedWhereItIsWrittenAndWhereItIsMade(String metric, String meant) {
        for (String made : new String[] {
            "new dev.shipgate.loadgate.MetricLimit(\"find\", \"%s\", 300)",
            "new dev.shipgate.loadgate.MetricLimit(\"find\", \"%s\", 300, true)",
            "dev.shipgate.loadgate.MetricLimit.atLeast(\"find\", \"%s\", 300)"
        }) {
            assertThat(Slips.ofConsequence("Release()", "insert(" + made.formatted(metric) + ");"))
                    .containsExactly("ERROR no-such-value load-gate/a.drl:13 \"" + metric
                            + "\" means nothing as metric. Maybe " + meant + "?");
        }
        assertThatThrownBy(() -> new MetricLimit("find", metric, 300))
                .isInstanceOf(InvalidFindingException.class)
                .hasMessage("A MetricLimit cannot be on " + metric + " (route find). Maybe " + meant + "?");
    }

    @Test
    void warnsOfALimitOnWhatIsCalledSoInRulesAlone() {
        assertThat(Slips.ofConsequence(
                        "Release()", "insert(new dev.shipgate.loadgate.MetricLimit(\"find\", \"p95Ms\", 300));"))
                .singleElement()
                .asString()
                .endsWith("\"p95Ms\" means nothing as metric. Maybe \"p95_ms\"?");
    }

    @ParameterizedTest
    @CsvSource({
        "latency,p95_ms",
        "errors,error_rate",
        "cost_without_quality_gain,cost_per_success",
        "p95Ms,p95_ms",
        "errorRate,error_rate",
        "costPerSuccess,cost_per_success",
        "taskSuccessDelta,task_success_delta"
    })
    void warnsOfTheNameOfACheckWhereThatOfAMetricIsMeant(String check, String metric) {
        assertThat(Slips.ofConsequence("Release()", notApplicable(check)))
                .containsExactly("WARNING no-such-value load-gate/a.drl:13 \"" + check
                        + "\" means nothing as metric. Maybe \"" + metric + "\"?");
        assertThat(Slips.ofConsequence("Release()", notApplicable(metric))).isEmpty();
    }

    private static String notApplicable(String metric) {
        return "insert(new dev.shipgate.loadgate.NotApplicable(\"find\", \"" + metric + "\", \"It is free.\"));";
    }
}
