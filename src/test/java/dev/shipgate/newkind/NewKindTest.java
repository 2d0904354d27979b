package dev.shipgate.newkind;

import static dev.shipgate.testing.Json.json;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shipgate.testing.DataFolder;
import dev.shipgate.testing.LiveRules;
import dev.shipgate.testing.RunningService;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A kind of evaluation that declares itself has all that others have. */
@QuarkusTest
@TestProfile(NewKindTest.WithQueues.class)
class NewKindTest {

    private static final String PATH = "/v1/queue-lengths";

    private static final String RULES = """
            package shipgate.queues

            import dev.shipgate.newkind.QueueLength
            import dev.shipgate.newkind.QueueTooLong

            rule "a queue is too long to ship"
            when
                QueueLength($queue : queue, $waiting : waiting, waiting > 100)
            then
                insert(new QueueTooLong($queue, "too_long", "There are " + $waiting + " waiting in " + $queue + "."));
            end
            """;

    /** The shipped rules and those of the new kind. An author is masked. */
    public static final class WithQueues implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            Map<String, String> overrides = new HashMap<>(new LiveRules.Profile().getConfigOverrides());
            LiveRules.write("queues/limits.drl", RULES);
            overrides.put("shipgate.data.dir", DataFolder.fresh().toString());
            overrides.put("shipgate.audit.mask-labels", "author");
            overrides.put(Queues.SWITCH, "true");
            return overrides;
        }
    }

    private static String body(int waiting) {
        return "{\"service\":\"search\",\"labels\":{\"author\":\"urgent\"},\"queues\":{\"mail\":{\"waiting\":" + waiting
                + "}}}";
    }

    @Test
    void isEvaluatedUnderThePathOfItsName() {
        JsonNode blocked = RunningService.answer(PATH, body(101));
        assertThat(blocked.path("verdict").asText()).isEqualTo("block");
        assertThat(blocked.at("/blockers/0")).isEqualTo(json("""
                        {"part":"mail","reason":"too_long","detail":"There are 101 waiting in mail.",
                         "rule":"a queue is too long to ship"}"""));
        assertThat(RunningService.answer(PATH, body(100)).path("verdict").asText())
                .isEqualTo("pass");
    }

    @Test
    void hasNoImportsUnlessSomethingReadsFilesForIt() {
        given().contentType("text/csv")
                .body("a,b\n")
                .post(PATH + "/imports")
                .then()
                .statusCode(404);
    }

    @ParameterizedTest
    @CsvSource({
        "text/plain, DO NOT SHIP",
        "text/markdown, do not ship",
        "text/csv, 'queue_lengths,mail,too_long,fail'",
        "application/junit+xml, failures=\"1\"",
        "application/sarif+json, \"level\":\"error\"",
        "text/x-github-workflow-commands, ::error"
    })
    void isToldAsABlockInEveryForm(String mediaType, String said) {
        assertThat(told(mediaType, 101)).contains(said).contains("There are 101 waiting in mail.");
    }

    @ParameterizedTest
    @CsvSource({
        "text/plain, CAN SHIP",
        "text/markdown, can ship",
        "application/junit+xml, failures=\"0\"",
        "application/sarif+json, \"executionSuccessful\":true",
    })
    void isToldAsAPassInEveryFormThatSaysOne(String mediaType, String said) {
        assertThat(told(mediaType, 100)).contains(said).doesNotContain("waiting in mail");
    }

    private static String told(String mediaType, int waiting) {
        return given().contentType("application/json")
                .accept(mediaType)
                .body(body(waiting))
                .post(PATH)
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }

    @Test
    void isRecordedWithItsOwnWordsUnmasked() {
        String id = RunningService.answer(PATH, body(101)).path("decision_id").asText();
        JsonNode record = json(given().get("/v1/decisions/" + id).asString());
        assertThat(record.path("kind").asText()).isEqualTo("queue_lengths");
        assertThat(record.at("/request/labels/author").asText()).startsWith("masked:");
        // The same text as the author's name, but the evaluation's own.
        assertThat(record.at("/response/urgency").asText()).isEqualTo("urgent");
        assertThat(given().get("/v1/decisions?kind=queue_lengths&verdict=block").asString())
                .contains(id);
    }

    @Test
    void isCountedUnderItsNameAndItsPath() {
        RunningService.answer(PATH, body(101));
        String metrics = given().get("/q/metrics").asString();
        assertThat(metrics)
                .contains("shipgate_evaluations_total{kind=\"queue_lengths\",verdict=\"block\"}")
                .containsPattern("http_server_requests_seconds_count\\{.*status=\"200\",uri=\"/v1/queue-lengths\"}");
    }

    @Test
    void isReplayed() {
        String id = RunningService.answer(PATH, body(101)).path("decision_id").asText();
        JsonNode replay = json(given().post("/v1/decisions/" + id + "/replay").asString());
        assertThat(replay.path("identical").asBoolean()).isTrue();
    }
}
