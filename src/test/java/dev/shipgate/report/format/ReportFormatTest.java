package dev.shipgate.report.format;

import static dev.shipgate.testing.Json.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.params.provider.EnumSource.Mode.EXCLUDE;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shipgate.report.AnswerVerdict;
import dev.shipgate.report.Answers;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The properties that every form has. */
class ReportFormatTest {

    /** Answers that pass, that block, and that are none. */
    static Stream<Arguments> answers() {
        return Stream.of(
                Arguments.of("load_gate", Answers.passingGate()),
                Arguments.of("load_gate", Answers.blockedGate()),
                Arguments.of("load_gate", Answers.hostileGate()),
                Arguments.of("load_gate", Answers.problem()),
                Arguments.of(
                        "load_gate",
                        json("{\"verdict\": \"block\", \"ship\": false, \"failures\": [], \"checks\": []}")),
                Arguments.of("load_gate", json("{}")),
                Arguments.of("load_gate", json("[1]")),
                Arguments.of("retry_storms", Answers.calm()),
                Arguments.of("retry_storms", Answers.storm()),
                Arguments.of("retry_storms", Answers.passingGate()),
                Arguments.of("capacity", Answers.capacity()),
                Arguments.of("capacity", Answers.capacity("at_least", "pass")),
                Arguments.of("capacity", Answers.capacity("none", "block")),
                Arguments.of("capacity", Answers.capacity("unconfirmed", "block")),
                Arguments.of("capacity", Answers.capacity("supported", "block")),
                Arguments.of("capacity", Answers.capacity("supported", "unheard_of")),
                Arguments.of("release_readiness", Answers.notReady()),
                Arguments.of("release_readiness", Answers.readyInAStorm()),
                Arguments.of("release_readiness", json("{\"verdict\": \"block\", \"ready\": false, \"blockers\": []}")),
                Arguments.of("unheard_of", Answers.passingGate()));
    }

    @ParameterizedTest
    @MethodSource("answers")
    void noFormReadsAsAPassUnlessTheAnswerIsOne(String kind, JsonNode answer) {
        boolean passes = AnswerVerdict.of(answer) == AnswerVerdict.PASS;

        assertThat(text(ReportFormat.MARKDOWN, kind, answer).startsWith("## ✅")).isEqualTo(passes);
        assertThat(text(ReportFormat.MARKDOWN, kind, answer).startsWith("## ❌")).isEqualTo(!passes);
        assertThat(text(ReportFormat.TEXT, kind, answer)
                        .lines()
                        .findFirst()
                        .orElseThrow()
                        .contains("DO NOT SHIP"))
                .isEqualTo(!passes);
        assertThat(text(ReportFormat.GITHUB, kind, answer).contains("::error ")).isEqualTo(!passes);
        assertThat(text(ReportFormat.SARIF, kind, answer).contains("\"level\":\"error\""))
                .isEqualTo(!passes);
        assertThat(passes || text(ReportFormat.CSV, kind, answer).matches("(?s).*,(fail|not_evaluated),.*"))
                .isTrue();
    }

    @ParameterizedTest
    @EnumSource(mode = EXCLUDE, names = "JSON")
    void noFormShowsDigitsThatNobodyMeasured(ReportFormat format) {
        JsonNode noisy = json("""
                {"verdict": "block", "ready": false, "blockers": [{"part": "load_gate", "reason": "gate_does_not_ship", "detail": ""}],
                 "load_gate": {"verdict": "block", "ship": false, "failures": [], "warnings": [], "checks": [
                   {"route": "find", "check": "latency", "outcome": "fail", "observed": 231.00000000000003,
                    "limit": 240.0, "margin": -0.18000000000000002, "budget_source": "policy"},
                   {"route": "find", "check": "errors", "outcome": "fail", "observed": 0.39749430523917995,
                    "limit": 1.0E-4, "margin": -38.9961, "budget_source": "policy"}]},
                 "retry_storms": {"verdict": "block", "alerts": [{"minute": 7, "attempt_ratio": 2.31, "action": "cap_retries",
                   "dependency_error_rate": 0.30000000000000004}], "not_evaluated": []}}
                """);

        String text = text(format, "release_readiness", noisy);

        assertThat(text)
                .contains("dependency error rate of 0.3")
                .doesNotContain("00000000", "0.3974943", "E-", "240.0");
    }

    @Test
    void aBlockWithoutAReasonSaysThatThereWasNoPoint() {
        JsonNode pointless = ((ObjectNode) Answers.calm()).put("verdict", "block");

        assertThat(text(ReportFormat.TEXT, "retry_storms", pointless)).isEqualTo("""
                DO NOT SHIP  Retry storms

                Retry storms
                  outcome  minute  attempt ratio  detail
                  fail                            There was no point, so nothing was judged.

                Held back by
                  no_points: There was no point, so nothing was judged.

                decision 01a20acd-13ab-70cf-8a68-4f10e244d9d5, rules sha256:9716d6bdb908, 2026-11-23T23:45:41.803Z
                """);
    }

    @Test
    void jsonIsTheAnswerItself() {
        assertThat(text(
                        ReportFormat.JSON,
                        "load_gate",
                        json("{\"verdict\": \"block\", \"ship\": false, \"limit\": 1.50}")))
                .isEqualTo("{\"verdict\":\"block\",\"ship\":false,\"limit\":1.5}");
    }

    @Test
    void formsHaveNamesAndMediaTypes() {
        assertThat(ReportFormat.values())
                .extracting(ReportFormat::option, ReportFormat::mediaType)
                .containsExactly(
                        tuple("json", "application/json"),
                        tuple("markdown", "text/markdown"),
                        tuple("junit-xml", "application/junit+xml"),
                        tuple("sarif", "application/sarif+json"),
                        tuple("csv", "text/csv"),
                        tuple("github", "text/x-github-workflow-commands"),
                        tuple("text", "text/plain"));
    }

    private static String text(ReportFormat format, String kind, JsonNode answer) {
        return new String(format.write(Answers.reported(kind), answer), StandardCharsets.UTF_8);
    }
}
