package dev.shipgate.audit.record;

import static dev.shipgate.testing.Json.json;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shipgate.testing.DataFolder;
import dev.shipgate.testing.RunningService;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@TestProfile(MaskedRecordTest.Masked.class)
class MaskedRecordTest {

    private static final String BODY = """
            {"service":"voice-agent","environment":"production","version":"built by jane.doe@example.com",
             "labels":{"author":"jane.doe@example.com","track":"canary"},
             "routes":{"book_table":{"p95_ms":900,"error_rate":0.004,"cost_per_success":0.04119,"task_success_delta":0.01}}}""";

    /** The author and the cost of a turn are nobody's business. */
    public static final class Masked implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "shipgate.data.dir",
                    DataFolder.fresh().toString(),
                    "shipgate.audit.mask-labels",
                    "author",
                    "shipgate.audit.mask-pointers",
                    "/routes/book_table/cost_per_success,/routes/once/p95_ms,/points/0/minute,"
                            + "/steps/0/concurrency,/retry_storms/points/0/minute");
        }
    }

    private static String decide() {
        JsonNode answer = RunningService.answer("/v1/load-gate", BODY);
        assertThat(answer.toString()).contains("0.04119");
        return answer.path("decision_id").asText();
    }

    private static String record(String id) {
        return given().get("/v1/decisions/" + id).asString();
    }

    @Test
    void maskedValuesAreNowhereInTheRecord() {
        String record = record(decide());
        assertThat(record).doesNotContain("jane.doe").doesNotContain("0.04119");
        JsonNode json = json(record);
        String author = json.at("/request/labels/author").asText();
        assertThat(author).matches("masked:[0-9a-f]{64}");
        assertThat(json.at("/request/labels/track").asText()).isEqualTo("canary");
        assertThat(json.path("version").asText()).isEqualTo("built by " + author);
        assertThat(json.at("/request/routes/book_table/cost_per_success").asText())
                .matches("masked:[0-9a-f]{64}");
    }

    @Test
    void theRecordSaysWhatWasMasked() {
        assertThat(json(record(decide())).path("masked"))
                .isEqualTo(json("[\"/routes/book_table/cost_per_success\",\"/labels/author\"]"));
    }

    @Test
    void equalHashesOfEqualValuesFindAllDecisionsOfOneAuthor() {
        assertThat(json(record(decide())).at("/request/labels/author"))
                .isEqualTo(json(record(decide())).at("/request/labels/author"));
    }

    @Test
    void aKeyGivesTheRecordedAnswerAndRefusesAnotherRequest() {
        Response first = keyed(BODY);
        Response again = keyed(BODY);
        assertThat(first.asString()).contains("0.04119");
        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(again.asString()).doesNotContain("0.04119");
        assertThat(again.<String>path("decision_id")).isEqualTo(first.path("decision_id"));

        for (String other : List.of(BODY.replace("jane.doe", "john.doe"), BODY.replace("0.04119", "0.0412"))) {
            keyed(other).then().statusCode(422).body("type", endsWith("idempotency-key-reused"));
        }
        given().get("/v1/audit/verification").then().body("intact", equalTo(true));
    }

    private static Response keyed(String body) {
        return keyed("masked", "/v1/load-gate", body);
    }

    private static Response keyed(String key, String path, String body) {
        return given().header("Idempotency-Key", key)
                .contentType("application/json")
                .body(body)
                .post(path);
    }

    /** Each has a masked 1, and rules that fire once. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            load-gate         | {"routes":{"once":{"p95_ms":1}},"budgets":{"once":{"p95_ms":1,"error_rate":1}}}
            retry-storms      | {POINTS}
            capacity          | {"p95_budget_ms":800,"error_budget":0.01,"steps":[{"concurrency":1,"p95_ms":420,"error_rate":0,"samples":100}]}
            release-readiness | {"retry_storms":{POINTS}}
            """)
    void whatIsCountedIsAnsweredAgainAsItWas(String kind, String body) {
        String request = body.replace(
                "POINTS",
                "\"points\":[{\"minute\":1,\"user_turns\":100,\"service_attempts\":231,\"dependency_error_rate\":0.22}]");
        JsonNode first = json(keyed("counts-of-" + kind, "/v1/" + kind, request).asString());
        String again = keyed("counts-of-" + kind, "/v1/" + kind, request).asString();

        assertThat(first.path("rules_fired").findValuesAsText("fired")).contains("1");
        assertThat(again).contains("\"masked:");
        assertThat(json(again).path("rules_fired")).isEqualTo(first.path("rules_fired"));
        assertThat(json(again).findValues("windows").toString().replaceAll("masked:[0-9a-f]{64}", "1"))
                .isEqualTo(first.findValues("windows").toString().replaceAll("_minute\":1", "_minute\":\"1\""));
        assertThat(json(again).findValues("step")).isEqualTo(first.findValues("step"));
    }

    @Test
    void aReplayOfAMaskedRequestSaysThatItCannotBeExact() {
        given().post("/v1/decisions/" + decide() + "/replay")
                .then()
                .statusCode(409)
                .body("type", endsWith("not-replayable"))
                .body("errors.pointer", contains("/routes/book_table/cost_per_success"));
        String labelOnly = RunningService.answer("/v1/retry-storms", "{\"labels\":{\"author\":\"jane\"},\"points\":[]}")
                .path("decision_id")
                .asText();
        given().post("/v1/decisions/" + labelOnly + "/replay")
                .then()
                .statusCode(200)
                .body("exact", equalTo(false))
                .body("masked", contains("/labels/author"));
    }
}
