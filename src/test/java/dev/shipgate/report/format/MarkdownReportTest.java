package dev.shipgate.report.format;

import static dev.shipgate.testing.Json.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shipgate.report.Answers;
import java.util.StringJoiner;
import org.junit.jupiter.api.Test;

/** A comment on a change. */
class MarkdownReportTest {

    @Test
    void theVerdictComesFirstAndWhatFailedBeforeTheRest() {
        assertThat(Answers.text(ReportFormat.MARKDOWN, "load_gate", Answers.blockedGate()))
                .isEqualTo("""
                ## ❌ search 1.2 in staging: do not ship

                | outcome | route | check | observed | limit | margin | budget |
                | --- | --- | --- | --: | --: | --: | --- |
                | ❌ fail | <code>book_table</code> | latency | 900 | 800 | -12.5 % | policy, booking-team |
                | ❌ not evaluated | <code>find</code> | latency |  | 250 |  | policy |
                | ❌ fail | <code>find</code> | missing_metrics |  |  |  |  |
                | ✅ pass | <code>book_table</code> | errors | 0.004 | 0.01 | 60 % | caller |

                **Held back by**

                - <code>book_table</code> latency: p95 latency in ms is 900, over the limit of 800 by 12.5 %. Rule: <code>latency is over budget</code>, owner <code>sre</code>, [doc](<https://runbooks.example.com/load-gate?a=1&amp;b=2#latency>)
                - <code>find</code> missing_metrics: Not measured: p95_ms.

                **Warnings**

                - <code>book_table</code> cost_excused: Costs more, and is better. Rule: <code>better may cost more</code>

                <sub>Load gate · decision <code>01a20acd-13ab-70cf-8a68-4f10e244d9d5</code> · rules <code>sha256:9716d6bdb908</code> · 2026-11-23T23:45:41.803Z</sub>
                """);
    }

    @Test
    void theRuleThatLetsAFailurePassAndItsOwnerStandBesideTheReason() {
        assertThat(Answers.text(ReportFormat.MARKDOWN, "load_gate", Answers.excusedGate()))
                .contains("""
                | outcome | route | check | observed | limit | margin | budget | because | because of rule |
                | --- | --- | --- | --: | --: | --: | --- | --- | --- |
                | ✅ pass | <code>ping</code> | latency | 100 | 200 | 50 % | caller |  |  |
                | ➖ not applicable | <code>ping</code> | cost |  |  |  |  | It calls no model. | no model |
                | ✅ pass | <code>quote</code> | kb | 200 | 100 | -100 % | policy | It is a pilot. | pilots may be large, kiosk-team |
                """);
    }

    @Test
    void namesCanBreakNoTableOpenNoTagCallNobodyAndLinkToNothing() {
        assertThat(Answers.text(ReportFormat.MARKDOWN, "load_gate", Answers.hostileGate()))
                .isEqualTo("""
                ## ❌ search 1.2 in staging: do not ship

                | outcome | route | check | observed | limit | margin | budget |
                | --- | --- | --- | --: | --: | --: | --- |
                | ❌ fail | <code>a&#124;b&#96;c&#96;&#60;/details&#62; &#35;&#8203;&#35;&#8203; ✅ ship &#64;&#8203;everyone &#91;x&#93;(http&#58;//evil&#46;example) &#93;&#93;&#62;\uFFFD\uFFFD</code> | &#61;cmd() | +1;1 | 1E+300 |  | a, &#34;b&#34; |

                **Held back by**

                - <code>a&#124;b&#96;c&#96;&#60;/details&#62; &#35;&#8203;&#35;&#8203; ✅ ship &#64;&#8203;everyone &#91;x&#93;(http&#58;//evil&#46;example) &#93;&#93;&#62;\uFFFD\uFFFD</code> &#61;cmd(): www&#46;evil&#46;example &#35;&#8203;1, 100 % &#58;&#58;error&#58;&#58;&#60;script&#62;&#38;amp; &#36;x&#36; Rule: <code>&#64;&#8203;team&#124;&#42;&#42;rule&#42;&#42;</code>

                <sub>Load gate · decision <code>01a20acd-13ab-70cf-8a68-4f10e244d9d5</code> · rules <code>sha256:9716d6bdb908</code> · 2026-11-23T23:45:41.803Z</sub>
                """);
    }

    @Test
    void aPassSaysSo() {
        assertThat(Answers.text(ReportFormat.MARKDOWN, "load_gate", Answers.passingGate()))
                .isEqualTo("""
                ## ✅ search 1.2 in staging: can ship

                | outcome | route | check | observed | limit | margin | budget |
                | --- | --- | --- | --: | --: | --: | --- |
                | ✅ pass | <code>book_table</code> | latency | 640 | 800 | 20 % | policy |

                <sub>Load gate · decision <code>01a20acd-13ab-70cf-8a68-4f10e244d9d5</code> · rules <code>sha256:9716d6bdb908</code> · 2026-11-23T23:45:41.803Z</sub>
                """);
    }

    @Test
    void calmHasNoTable() {
        assertThat(Answers.text(ReportFormat.MARKDOWN, "retry_storms", Answers.calm()))
                .isEqualTo("""
                ## ✅ search 1.2 in staging: no retry storm

                <sub>Retry storms · decision <code>01a20acd-13ab-70cf-8a68-4f10e244d9d5</code> · rules <code>sha256:9716d6bdb908</code> · 2026-11-23T23:45:41.803Z</sub>
                """);
    }

    @Test
    void aReleaseHasATableForEachPart() {
        assertThat(Answers.text(ReportFormat.MARKDOWN, "release_readiness", Answers.notReady()))
                .isEqualTo("""
                ## ❌ search 1.2 in staging: do not ship

                ### Load gate

                | outcome | route | check | observed | limit | margin | budget |
                | --- | --- | --- | --: | --: | --: | --- |
                | ✅ pass | <code>book_table</code> | latency | 640 | 800 | 20 % | policy |

                ### Retry storms

                | outcome | minute | attempt ratio | detail |
                | --- | --- | --: | --- |
                | ❌ fail | 7 | 2.31 | Attempt ratio 2.31 at a dependency error rate of 0.22, amplified by service. Action: cap_retries_and_enable_fallback. |
                | ❌ not evaluated | 9 |  | Not measured: dependency_error_rate. |

                ### Capacity

                | outcome | concurrency | check | detail |
                | --- | --: | --- | --- |
                | ⚠️ fail | 100 | step | break: latency, errors |
                | ✅ pass | 50 | step | supported |

                **Held back by**

                - <code>retry_storms</code> retry_storm: 1 minute is a storm.
                - <code>minute 7</code> retry_storm: Attempt ratio 2.31 at a dependency error rate of 0.22, amplified by service. Action: cap_retries_and_enable_fallback.
                - <code>minute 9</code> not_evaluated: Not measured: dependency_error_rate.

                <sub>Release readiness · decision <code>01a20acd-13ab-70cf-8a68-4f10e244d9d5</code> · rules <code>sha256:9716d6bdb908</code> · 2026-11-23T23:45:41.803Z</sub>
                """);
    }

    @Test
    void whatPolicyLetsPassIsAWarning() {
        assertThat(Answers.text(ReportFormat.MARKDOWN, "release_readiness", Answers.readyInAStorm()))
                .isEqualTo("""
                ## ✅ search 1.2 in staging: can ship

                ### Load gate

                | outcome | route | check | observed | limit | margin | budget |
                | --- | --- | --- | --: | --: | --: | --- |
                | ✅ pass | <code>book_table</code> | latency | 640 | 800 | 20 % | policy |

                ### Retry storms

                | outcome | minute | attempt ratio | detail |
                | --- | --- | --: | --- |
                | ⚠️ fail | 7 | 2.31 | Attempt ratio 2.31 at a dependency error rate of 0.22, amplified by service. Action: cap_retries_and_enable_fallback. |
                | ⚠️ not evaluated | 9 |  | Not measured: dependency_error_rate. |

                ### Capacity

                | outcome | concurrency | check | detail |
                | --- | --: | --- | --- |
                | ⚠️ fail | 100 | step | break: latency, errors |
                | ✅ pass | 50 | step | supported |

                **Warnings**

                - <code>minute 7</code> retry_storm: Attempt ratio 2.31 at a dependency error rate of 0.22, amplified by service. Action: cap_retries_and_enable_fallback.
                - <code>minute 9</code> not_evaluated: Not measured: dependency_error_rate.

                <sub>Release readiness · decision <code>01a20acd-13ab-70cf-8a68-4f10e244d9d5</code> · rules <code>sha256:9716d6bdb908</code> · 2026-11-23T23:45:41.803Z</sub>
                """);
    }

    @Test
    void aProblemIsNoVerdict() {
        assertThat(Answers.text(ReportFormat.MARKDOWN, "load_gate", Answers.problem()))
                .isEqualTo("""
                ## ❌ search 1.2 in staging: no verdict, do not ship

                | outcome | route | check | observed | limit | margin | budget |
                | --- | --- | --- | --: | --: | --: | --- |
                | ❌ fail |  | invalid-request |  |  |  |  |
                | ❌ fail | <code>/routes/find</code> | invalid-request |  |  |  |  |

                **Held back by**

                - invalid-request: There is 1 problem.
                - <code>/routes/find</code> invalid-request: must be an object.

                <sub>Load gate</sub>
                """);
    }

    @Test
    void manyThatPassedAreFoldedAwayAndTheRestIsCounted() {
        String report = Answers.text(ReportFormat.MARKDOWN, "load_gate", gate(60, 1));

        assertThat(report)
                .startsWith("## ❌ search 1.2 in staging: do not ship\n")
                .contains("| ❌ fail | <code>slow0</code> | latency | 2 | 1 | -100 % | policy |\n\n"
                        + "<details><summary>60 passed</summary>\n\n| outcome |")
                .contains("| ✅ pass | <code>fast49</code> |")
                .doesNotContain("fast50")
                .contains("\n\n… and 10 more\n\n</details>\n\n**Held back by**\n");
    }

    @Test
    void aCommentIsNeverLongerThanGitHubTakes() {
        String report = Answers.text(ReportFormat.MARKDOWN, "load_gate", gate(50, 50, "@".repeat(300)));

        assertThat(report).hasSizeLessThan(65_536).contains(" more\n").endsWith("</sub>\n");
    }

    private static JsonNode gate(int passed, int failed) {
        return gate(passed, failed, "");
    }

    private static JsonNode gate(int passed, int failed, String name) {
        StringJoiner checks = new StringJoiner(",");
        StringJoiner failures = new StringJoiner(",");
        for (int i = 0; i < passed; i++) {
            checks.add(check("fast" + i + name, "pass", 0.5, 0.5));
        }
        for (int i = 0; i < failed; i++) {
            checks.add(check("slow" + i + name, "fail", 2, -1));
            failures.add("{\"route\": \"slow%s\", \"reason\": \"latency\", \"detail\": \"Slow.\"}".formatted(i + name));
        }
        return json("{\"verdict\": \"block\", \"ship\": false, \"failures\": [%s], \"warnings\": [], \"checks\": [%s]}"
                .formatted(failures, checks));
    }

    private static String check(String route, String outcome, double observed, double margin) {
        return """
                {"route": "%s", "check": "latency", "outcome": "%s", "observed": %s, "limit": 1, "margin": %s,
                 "budget_source": "policy"}""".formatted(route, outcome, observed, margin);
    }

    @Test
    void whatDoesNotApplyOrIsExcusedSaysWhyAndStepsTellTheirNumbers() {
        JsonNode gate = json("""
                {"verdict": "pass", "ship": true, "failures": [], "warnings": [], "checks": [
                   {"route": "find", "check": "latency", "outcome": "pass", "observed": 1, "limit": 2, "margin": 0.5,
                    "budget_source": "policy"},
                   {"route": "find", "check": "cost_without_quality_gain", "outcome": "pass", "observed": 3, "limit": 2,
                    "margin": -0.5, "budget_source": "policy", "because": "It is better."},
                   {"route": "find", "check": "errors", "outcome": "not_applicable", "because": "It never fails."}]}
                """);
        JsonNode capacity = json("""
                {"outcome": "supported", "max_supported_concurrency": 50, "steps": [
                   {"concurrency": 50, "passes": true, "role": "supported", "violated": [], "p95_ms": 420.00000000000006,
                    "error_rate": 1.0E-4},
                   {"concurrency": 100, "passes": false, "role": "break", "violated": ["missing_metrics"], "p95_ms": null},
                   {"concurrency": 150, "passes": false, "role": "after_break", "violated": ["latency_not_known"],
                    "p95_ms": null, "p95_at_least_ms": 1000, "p95_at_most_ms": 2500, "error_rate": 0.001},
                   {"concurrency": 200, "passes": false, "role": "after_break", "violated": ["latency"], "p95_ms": null,
                    "p95_at_least_ms": 2500},
                   {"concurrency": 250, "passes": true, "role": "lucky", "violated": [], "p95_ms": null,
                    "p95_at_most_ms": 100}]}
                """);

        assertThat(Answers.text(ReportFormat.MARKDOWN, "load_gate", gate))
                .contains(
                        "| outcome | route | check | observed | limit | margin | budget | because |",
                        "| ✅ pass | <code>find</code> | latency | 1 | 2 | 50 % | policy |  |",
                        "| ✅ pass | <code>find</code> | cost_without_quality_gain | 3 | 2 | -50 % | policy | It is better. |",
                        "| ➖ not applicable | <code>find</code> | errors |  |  |  |  | It never fails. |");
        assertThat(Answers.text(ReportFormat.MARKDOWN, "capacity", capacity))
                .contains(
                        "| 50 | step | supported (p95 420 ms, error rate 0.0001) |",
                        "| 100 | step | break: missing_metrics |",
                        "| 150 | step | after_break: latency_not_known (p95 1000 to 2500 ms, error rate 0.001) |",
                        "| 200 | step | after_break: latency (p95 at least 2500 ms) |",
                        "| 250 | step | lucky (p95 at most 100 ms) |");
    }
}
