package dev.shipgate.report;

import static dev.shipgate.testing.Json.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.shipgate.report.format.ReportFormat;
import org.junit.jupiter.api.Test;

/** Each part that an answer to retry storms has beside its alerts is in every form. */
class PointRowsTest {

    private static final String ANSWER = """
            {"verdict": "block", "alerts": [{"minute": 7, "attempt_ratio": 2.31, "dependency_error_rate": 0.22, "action": "cap_retries",
                         "rule": "retries amplify"},
                        {"minute": 8, "attempt_ratio": 3.0, "dependency_error_rate": 0.4, "action": "cap_retries",
                         "rule": "retries amplify"}],
             "windows": [{"start_minute": 7, "end_minute": 8, "points": 2, "peak_attempt_ratio": 3.0,
                          "peak_dependency_error_rate": 0.4}],
             "baseline": {"attempt_ratio": null, "dependency_error_rate": null, "source": "none",
                          "detail": "Too few minutes are calm.", "rule": "nothing is usual"},
             "not_evaluated": [], "warnings": [],
             "contradictions": [{"rules": ["calm", "retries amplify"],
                                 "detail": "The rule \\"calm\\" says one thing, the rule \\"retries amplify\\" another."}],
             "rules_fired": [{"rule": "retries amplify", "file": "retry-storm/conditions.drl", "line": 20,
                              "metadata": {"owner": "sre"}}]}
            """;

    private static String text(ReportFormat format) {
        return Answers.text(format, "retry_storms", json(ANSWER));
    }

    @Test
    void theTableTellsWindowsContradictionsAndAMissingBaseline() {
        assertThat(text(ReportFormat.TEXT)).isEqualTo("""
                DO NOT SHIP  search 1.2 in staging

                Retry storms
                  outcome  minute  attempt ratio  detail
                  fail     7 to 8              3  Storm of 2 points, dependency error rate up to 0.4.
                  fail     7                2.31  Attempt ratio 2.31 at a dependency error rate of 0.22. Acti…
                  fail     8                   3  Attempt ratio 3 at a dependency error rate of 0.4. Action: …
                  fail                            The rule "calm" says one thing, the rule "retries amplify" …

                Held back by
                  minute 7: retry_storm: Attempt ratio 2.31 at a dependency error rate of 0.22. Action: cap_retries.
                    rule retries amplify, owner sre
                  minute 8: retry_storm: Attempt ratio 3 at a dependency error rate of 0.4. Action: cap_retries.
                    rule retries amplify, owner sre
                  contradicting_findings: The rule "calm" says one thing, the rule "retries amplify" another.

                Warnings
                  no_baseline: Too few minutes are calm.
                    rule nothing is usual
                """);
    }

    @Test
    void aCommentTellsTheSame() {
        assertThat(text(ReportFormat.MARKDOWN))
                .contains(
                        "| ⚠️ fail | 7 to 8 | 3 | Storm of 2 points, dependency error rate up to 0.4. |\n",
                        "Action: cap_retries. Rule: <code>retries amplify</code>, owner <code>sre</code>\n",
                        "- contradicting_findings: The rule &#34;calm&#34; says one thing, ",
                        "- no_baseline: Too few minutes are calm. Rule: <code>nothing is usual</code>\n");
    }

    @Test
    void aSpreadsheetAndAPipelineTellTheSame() {
        assertThat(text(ReportFormat.CSV))
                .contains(
                        "retry_storms,7 to 8,window,fail,3,,,,,,\"Storm of 2 points, dependency error rate up to 0.4.\"\r\n",
                        "retry_storms,8,retry_storm,fail,3,,,,retries amplify,sre,",
                        "retry_storms,,contradicting_findings,fail,,,,,,,",
                        "retry_storms,,no_baseline,warning,,,,,nothing is usual,,Too few minutes are calm.\r\n");
        assertThat(text(ReportFormat.JUNIT_XML))
                .contains(
                        "tests=\"3\" failures=\"3\"",
                        "Rule: retries amplify\nOwner: sre</failure>",
                        "<testcase name=\"contradicting_findings\" classname=\"retry_storms\" time=\"0\"><failure message=\"The rule ",
                        "\nfail: 7 to 8 window: Storm of 2 points, dependency error rate up to 0.4.\n",
                        "\nwarning: no_baseline: Too few minutes are calm.</system-out>");
        assertThat(text(ReportFormat.GITHUB))
                .contains("::warning title=Shipgate%3A Retry storms::no_baseline: Too few minutes are calm.");
    }
}
