package dev.shipgate.decision;

import static dev.shipgate.testing.Json.json;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shipgate.testing.LiveRules;
import dev.shipgate.testing.RunningService;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A release that would pass only with a label of the caller, over HTTP, in reports and in the audit. */
@QuarkusTest
@TestProfile(LiveRules.Profile.class)
class IgnoredLabelsTest {

    private static final String PATH = "/v1/load-gate";

    private static final String RULES = "load-gate/waiver.drl";

    /** A rule of these gives a looser budget to what says that it was released long ago. */
    private static final Path WAIVER = Path.of("src/test/resources/dev/shipgate/decision/labels", RULES);

    private static final String FORGED = """
            {"service": "kiosk", "labels": {"released_on": "2001-01-01"},
             "routes": {"quote": {"p95_ms": 900, "error_rate": 0.0005, "cost_per_success": 0.002,
                                  "task_success_delta": 0}}}""";

    private static final String SENTENCE = "Labels that the policy does not trust were ignored: released_on."
            + " With them the answer would have been less strict.";

    @BeforeEach
    void aRuleOfALabel() throws IOException {
        LiveRules.reset();
        LiveRules.save(RULES, Files.readString(WAIVER));
    }

    @Test
    void aForgedLabelLiftsNoLimitAndIsNamed() {
        JsonNode answer = RunningService.answer(PATH, FORGED);

        assertThat(answer.path("verdict").asText()).isEqualTo("block");
        assertThat(answer.path("ignored_labels")).isEqualTo(json("[\"released_on\"]"));
        assertThat(answer.at("/failures/0/reason").asText()).isEqualTo("latency");
        assertThat(answer.at("/failures/0/limit").asInt()).isEqualTo(250);
    }

    @Test
    void aLabelThatThePolicyTrustsLiftsItUntilTheTrustEnds() throws IOException {
        LiveRules.save(RULES, Files.readString(WAIVER) + """
                rule "kiosk: the release office signs the day"
                when
                    Release(service == "kiosk")
                then
                    insert(new dev.shipgate.decision.TrustedLabel("released_on"));
                end
                """);
        JsonNode trusted = RunningService.answer(PATH, FORGED);
        assertThat(trusted.path("verdict").asText()).isEqualTo("pass");
        assertThat(trusted.has("ignored_labels")).isFalse();

        LiveRules.save(RULES, Files.readString(WAIVER));
        assertThat(RunningService.answer(PATH, FORGED).path("verdict").asText()).isEqualTo("block");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/plain",
                "text/markdown",
                "text/csv",
                "application/junit+xml",
                "application/sarif+json",
                "text/x-github-workflow-commands"
            })
    void everyReportSaysWhichLabelsWereIgnored(String mediaType) {
        String report = given().contentType("application/json")
                .accept(mediaType)
                .body(FORGED)
                .post(PATH)
                .then()
                .statusCode(200)
                .extract()
                .asString();

        assertThat(report.replace("\\_", "_").replaceAll("\\s+", " ")).contains(SENTENCE);
    }

    @Test
    void theRecordHasTheLabelAndReplaysToTheSameBytes() {
        String answer =
                given().contentType("application/json").body(FORGED).post(PATH).asString();
        String id = json(answer).path("decision_id").asText();

        String replay = given().post("/v1/decisions/" + id + "/replay").asString();
        assertThat(replay).contains("\"recorded\":" + answer + ",").contains("\"replayed\":" + answer + ",");
        assertThat(json(replay).path("identical").asBoolean()).isTrue();
        assertThat(json(replay).path("exact").asBoolean()).isTrue();
        assertThat(json(given().get("/v1/decisions/" + id).asString())
                        .at("/request/labels/released_on")
                        .asText())
                .isEqualTo("2001-01-01");
    }
}
