package dev.shipgate.report;

import static dev.shipgate.testing.Json.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shipgate.report.format.ReportFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Why there is no capacity, in words that are true. */
class StepRowsTest {

    private static final String CONTRADICTIONS = """
            "contradictions": [{"rules": ["own", "within"],
              "detail": "The rule \\"within\\" says that step 1 passes, and the rule \\"own\\" says that it does not."}],
            """;

    private static JsonNode none(String steps, String more) {
        return json("""
                {"verdict": "block", "outcome": "none", "max_supported_concurrency": null, %s "steps": [%s], "warnings": []}
                """.formatted(more, steps));
    }

    private static String step(boolean passes, String role, String violated) {
        return "{\"concurrency\": 50, \"passes\": " + passes + ", \"role\": \"" + role + "\", \"violated\": ["
                + violated + "]}";
    }

    private static String heldBack(JsonNode answer) {
        return heldBack("capacity", answer);
    }

    private static String heldBack(String kind, JsonNode answer) {
        String report = Answers.text(ReportFormat.TEXT, kind, answer);
        return report.substring(report.indexOf("Held back by\n"));
    }

    @Test
    void contradictingRulesAreNamedInPlaceOfNoStepPassed() {
        JsonNode answer = none(step(false, "isolated_violation", "\"odd_load\""), CONTRADICTIONS);

        assertThat(heldBack(answer)).isEqualTo("""
                Held back by
                  capacity_none: Rules contradict one another, so nothing counts as supported.
                  contradicting_findings: The rule "within" says that step 1 passes, and the rule "own" says that it does not.
                """);
        for (ReportFormat format : ReportFormat.values()) {
            assertThat(Answers.text(format, "capacity", answer))
                    .as(format.option())
                    .contains("within")
                    .contains("says that step 1 passes, and the rule ")
                    .doesNotContain("No step passed");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            50 | 51   | capacity_below_required: Supported are 50 concurrent requests, and 51 are required.
            50 | 50   | capacity_not_confirmed: No rule confirms that this can be relied on.
            50 | null | capacity_not_confirmed: No rule confirms that this can be relied on.
            """)
    void aCapacityThatIsSureAndBlocksSaysWhy(String supported, String required, String why) {
        JsonNode answer = json("""
                {"verdict": "block", "outcome": "at_least", "max_supported_concurrency": %s,
                 "required_concurrency": %s, "steps": []}
                """.formatted(supported, required));

        assertThat(heldBack(answer)).isEqualTo("Held back by\n  " + why + "\n");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            none        | capacity_none: There is no step.
            unconfirmed | capacity_unconfirmed: The last steps fail, too few to call it a break.
            """)
    void aPartWithoutAVerdictIsToldByItsOutcome(String outcome, String why) {
        assertThat(Answers.text(ReportFormat.CSV, "release_readiness", earlier(outcome)))
                .contains("\r\ncapacity,,outcome,fail,,,,,,," + (why.contains(",") ? "\"" : "")
                        + why.substring(why.indexOf(' ') + 1));
        assertThat(heldBack("release_readiness", earlier(outcome))).contains("\n  " + why + "\n");
    }

    @Test
    void aPartWithoutAVerdictThatIsSureHasNoOutcomeThatFails() {
        assertThat(Answers.text(ReportFormat.CSV, "release_readiness", earlier("at_least")))
                .doesNotContain("outcome,fail");
    }

    /** A release as it was answered before parts had a verdict. */
    private static JsonNode earlier(String outcome) {
        return json("""
                {"verdict": "block", "ready": false,
                 "blockers": [{"part": "capacity", "reason": "capacity_not_confirmed", "detail": "None."}],
                 "capacity": {"outcome": "%s", "max_supported_concurrency": null, "steps": [], "warnings": []}}
                """.formatted(outcome));
    }

    @Test
    void aStepThatNoRuleJudgedIsTheReason() {
        assertThat(heldBack(none(step(false, "break", "\"not_evaluated\""), "")))
                .contains("capacity_none: Not every step was judged by a rule, so nothing counts as supported.");
    }

    @Test
    void aStepThatPassedAndIsNotCalledSupportedIsTheReason() {
        assertThat(heldBack(none(step(true, "supported", ""), "")))
                .contains("capacity_none: Steps passed, and the rules do not tell which of them is supported.");
    }

    @Test
    void noStepAtAllIsTheReason() {
        assertThat(heldBack(none("", ""))).contains("capacity_none: There is no step.");
    }

    @Test
    void aServiceThatBrokeAtOnceIsTheReasonAndItsRuleIsNamed() {
        assertThat(heldBack(none(step(false, "break", "\"latency\""), "\"outcome_rule\": \"nothing passed\",")))
                .isEqualTo("""
                        Held back by
                          capacity_none: No step passed before the break.
                            rule nothing passed
                        """);
    }
}
