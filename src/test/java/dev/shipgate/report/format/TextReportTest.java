package dev.shipgate.report.format;

import static dev.shipgate.testing.Json.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.shipgate.report.Answers;
import org.junit.jupiter.api.Test;

/** A table for terminals. */
class TextReportTest {

    @Test
    void theVerdictComesFirstAndWhatFailedBeforeTheRest() {
        assertThat(Answers.text(ReportFormat.TEXT, "load_gate", Answers.blockedGate()))
                .isEqualTo("""
                DO NOT SHIP  search 1.2 in staging

                Load gate
                  outcome        route       check            observed  limit   margin  budget
                  fail           book_table  latency               900    800  -12.5 %  policy, booking-team
                  not evaluated  find        latency                      250           policy
                  fail           find        missing_metrics
                  pass           book_table  errors              0.004   0.01     60 %  caller

                Held back by
                  book_table: latency: p95 latency in ms is 900, over the limit of 800 by 12.5 %.
                    rule latency is over budget, owner sre, https://runbooks.example.com/load-gate?a=1&b=2#latency
                  find: missing_metrics: Not measured: p95_ms.

                Warnings
                  book_table: cost_excused: Costs more, and is better.
                    rule better may cost more

                decision 01a20acd-13ab-70cf-8a68-4f10e244d9d5, rules sha256:9716d6bdb908, 2026-11-23T23:45:41.803Z
                """);
    }

    @Test
    void theRuleThatLetsAFailurePassAndItsOwnerStandBesideTheReason() {
        assertThat(Answers.text(ReportFormat.TEXT, "load_gate", Answers.excusedGate()))
                .contains("  because             because of rule\n")
                .contains("  It calls no model.  no model\n")
                .contains("  It is a pilot.      pilots may be large, kiosk-team\n");
    }

    @Test
    void namesEndNoLineAndHideNothing() {
        assertThat(Answers.text(ReportFormat.TEXT, "load_gate", Answers.hostileGate()))
                .isEqualTo("""
                DO NOT SHIP  search 1.2 in staging

                Load gate
                  outcome  route                                                         check   observed   limit  margin  budget
                  fail     a|b`c`</details> ## ✅ ship @everyone [x](http://evil.exampl…  =cmd()      +1;1  1E+300          a, "b"

                Held back by
                  a|b`c`</details> ## ✅ ship @everyone [x](http://evil.example) ]]>\uFFFD\uFFFD: =cmd(): www.evil.example #1, 100 % ::error::<script>&amp; $x$
                    rule @team|**rule**

                decision 01a20acd-13ab-70cf-8a68-4f10e244d9d5, rules sha256:9716d6bdb908, 2026-11-23T23:45:41.803Z
                """);
    }

    /**
     * GitHub obeys a line that begins with two colons, also after blanks. Other pipelines obey a command anywhere in a
     * line.
     */
    @Test
    void noNameIsACommandToAPipelineThatPrintsIt() {
        String text = Answers.text(ReportFormat.TEXT, "load_gate", json("""
                {"verdict": "block", "ship": false, "warnings": [], "checks": [], "failures": [
                   {"route": "::add-mask::ship", "reason": "latency", "detail": "##vso[task.complete result=Succeeded;]"}]}"""));

        assertThat(text)
                .contains("\n  - ::add-mask::ship: latency: # #vso[task.complete result=Succeeded;]\n")
                .doesNotContain("##vso[")
                .doesNotContainPattern("(?m)^\\s*::");
    }

    @Test
    void aPassSaysSo() {
        assertThat(Answers.text(ReportFormat.TEXT, "load_gate", Answers.passingGate()))
                .isEqualTo("""
                CAN SHIP  search 1.2 in staging

                Load gate
                  outcome  route       check    observed  limit  margin  budget
                  pass     book_table  latency       640    800    20 %  policy

                decision 01a20acd-13ab-70cf-8a68-4f10e244d9d5, rules sha256:9716d6bdb908, 2026-11-23T23:45:41.803Z
                """);
    }

    @Test
    void aReleaseHasATableForEachPart() {
        assertThat(Answers.text(ReportFormat.TEXT, "release_readiness", Answers.notReady()))
                .isEqualTo("""
                DO NOT SHIP  search 1.2 in staging

                Release readiness
                  outcome  about         reason       detail
                  fail     retry_storms  retry_storm  1 minute is a storm.

                Load gate
                  outcome  route       check    observed  limit  margin  budget
                  pass     book_table  latency       640    800    20 %  policy

                Retry storms
                  outcome        minute  attempt ratio  detail
                  fail           7                2.31  Attempt ratio 2.31 at a dependency error rate of 0.22, ampl…
                  not evaluated  9                      Not measured: dependency_error_rate.

                Capacity
                  outcome  concurrency  check  detail
                  fail             100  step   break: latency, errors
                  pass              50  step   supported

                Held back by
                  retry_storms: retry_storm: 1 minute is a storm.
                  minute 7: retry_storm: Attempt ratio 2.31 at a dependency error rate of 0.22, amplified by service. Action: cap_retries_and_enable_fallback.
                  minute 9: not_evaluated: Not measured: dependency_error_rate.

                decision 01a20acd-13ab-70cf-8a68-4f10e244d9d5, rules sha256:9716d6bdb908, 2026-11-23T23:45:41.803Z
                """);
    }

    @Test
    void aStepThatBoundsTheCapacityHoldsNothingBack() {
        assertThat(Answers.text(ReportFormat.TEXT, "capacity", Answers.capacity()))
                .isEqualTo("""
                SUPPORTS 50 CONCURRENT REQUESTS  search 1.2 in staging

                Capacity
                  outcome  concurrency  check  detail
                  fail             100  step   break: latency, errors
                  pass              50  step   supported

                decision 01a20acd-13ab-70cf-8a68-4f10e244d9d5, rules sha256:9716d6bdb908, 2026-11-23T23:45:41.803Z
                """);
    }

    @Test
    void aProblemIsNoVerdict() {
        assertThat(Answers.text(ReportFormat.TEXT, "load_gate", Answers.problem()))
                .isEqualTo("""
                NO VERDICT, DO NOT SHIP  search 1.2 in staging

                Load gate
                  outcome  route         check            observed  limit  margin  budget
                  fail                   invalid-request
                  fail     /routes/find  invalid-request

                Held back by
                  invalid-request: There is 1 problem.
                  /routes/find: invalid-request: must be an object.
                """);
    }

    @Test
    void whatOneShouldKnowOfAStepIsToldOnce() {
        assertThat(Answers.text(ReportFormat.TEXT, "capacity", json("""
                        {"verdict": "block", "outcome": "none", "max_supported_concurrency": null,
                         "steps": [{"concurrency": 50, "passes": false, "role": "break", "violated": ["latency"]}],
                         "warnings": [{"step": 1, "concurrency": 50, "reason": "cold_first_step",
                                       "rule": "only the first step failed", "detail": "Maybe the service was cold?"}]}"""))).isEqualTo("""
                DO NOT SHIP  search 1.2 in staging

                Capacity
                  outcome  concurrency  check    detail
                  fail                  outcome  No step passed before the break.
                  fail              50  step     break: latency

                Held back by
                  capacity_none: No step passed before the break.

                Warnings
                  step of 50: cold_first_step: Maybe the service was cold?
                    rule only the first step failed
                """);
    }

    /** A finding is said in full below. */
    @Test
    void whatIsSaidOfAStepAloneIsNotCut() {
        assertThat(Answers.text(ReportFormat.TEXT, "capacity", json("""
                        {"verdict": "pass", "outcome": "supported", "max_supported_concurrency": 100,
                         "steps": [{"concurrency": 50, "passes": false, "role": "isolated_violation",
                                    "violated": ["missing_metrics", "errors"], "error_rate": 0.0123456}]}""")))
                .contains("isolated_violation: missing_metrics, errors (error rate 0.0123456)\n");
    }

    @Test
    void aMinuteOfFewTurnsIsNamed() {
        assertThat(Answers.text(ReportFormat.TEXT, "retry_storms", json("""
                        {"verdict": "pass", "alerts": [], "not_evaluated": [],
                         "warnings": [{"minute": 3, "reason": "few_turns", "rule": "few", "detail": "Measured with 2 turns."}],
                         "points": [{"minute": 3, "attempt_ratio": 1, "storm": false}]}"""))).isEqualTo("""
                        NO RETRY STORM  search 1.2 in staging

                        Retry storms
                          outcome  minute  attempt ratio  detail
                          pass     3                   1

                        Warnings
                          minute 3: few_turns: Measured with 2 turns.
                            rule few
                        """);
    }
}
