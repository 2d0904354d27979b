package dev.shipgate.decision.firing;

import static dev.shipgate.testing.Json.json;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shipgate.testing.LiveRules;
import dev.shipgate.testing.RunningService;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Each rule that fired is named once; the facts that it matched are told to a caller who asks, and are in the record.
 */
@QuarkusTest
@TestProfile(LiveRules.Profile.class)
class IncludedFiringsTest {

    private static final String GATE = "/v1/load-gate";

    private static final String SLOW = """
            {"routes": {"find": {"p95_ms": 300, "error_rate": 0.0005, "cost_per_success": 0.002, "task_success_delta": 0},
                        "show": {"p95_ms": 320, "error_rate": 0.0005, "cost_per_success": 0.002, "task_success_delta": 0}},
             "budgets": {"find": {"p95_ms": 250, "error_rate": 0.01, "cost_per_success": 0.002},
                         "show": {"p95_ms": 250, "error_rate": 0.01, "cost_per_success": 0.002}}}""";

    @BeforeEach
    void shippedRules() {
        LiveRules.reset();
    }

    private static Response post(String path, String key, String body) {
        return given().header("Idempotency-Key", key)
                .contentType("application/json")
                .body(body)
                .post(path);
    }

    private static JsonNode named(JsonNode rows, String rule) {
        for (JsonNode row : rows) {
            if (row.path("rule").asText().equals(rule)) {
                return row;
            }
        }
        throw new AssertionError(rule + " is not in " + rows);
    }

    @Test
    void aRuleThatFiredIsNamedOnceWithHowOften() {
        JsonNode answer = RunningService.answer(GATE, SLOW);

        assertThat(answer.has("firings")).isFalse();
        assertThat(answer.path("rules_fired").findValuesAsText("rule")).doesNotHaveDuplicates();
        JsonNode latency = named(answer.path("rules_fired"), "latency is over budget");
        assertThat(latency.path("line").intValue()).isPositive();
        assertThat(latency.path("fired").intValue()).isEqualTo(2);
        assertThat(latency.path("file").asText()).isEqualTo("load-gate/conditions.drl");
        assertThat(latency.path("metadata"))
                .isEqualTo(json("{\"owner\":\"sre\",\"doc\":\"https://runbooks.example.com/shipgate/latency\"}"));
    }

    @Test
    void firingsAreToldInOrderWithTheirFacts() {
        JsonNode answer = RunningService.answer(GATE + "?include=firings", SLOW);

        assertThat(answer.path("firings").findParents("facts"))
                .filteredOn(firing -> firing.path("rule").asText().equals("latency is over budget"))
                .extracting(JsonNode::toString)
                .containsExactlyInAnyOrder(
                        "{\"rule\":\"latency is over budget\",\"facts\":"
                                + "{\"route\":\"find\",\"observed\":300,\"limit\":250,\"source\":\"caller\"}}",
                        "{\"rule\":\"latency is over budget\",\"facts\":"
                                + "{\"route\":\"show\",\"observed\":320,\"limit\":250,\"source\":\"caller\"}}");
        assertThat(answer.has("firings_cut")).isFalse();
    }

    @Test
    void theRecordHasThemOnceBesideTheAnswer() {
        JsonNode answer = RunningService.answer(GATE + "?include=firings", SLOW);
        JsonNode record =
                json(given().get("/v1/decisions/" + answer.path("decision_id").asText())
                        .asString());

        assertThat(record.path("form").intValue()).isEqualTo(2);
        assertThat(record.path("firings")).isEqualTo(answer.path("firings"));
        assertThat(record.path("response").has("firings")).isFalse();
        assertThat(record.path("rules_fired")).hasSameSizeAs(answer.path("rules_fired"));
        assertThat(record.at("/rules_fired/0")).isEqualTo(answer.at("/rules_fired/0/rule"));
    }

    @Test
    void aRetryMayAskForThemOrNot() {
        String key = UUID.randomUUID().toString();
        Response without = post(GATE, key, SLOW);
        Response with = post(GATE + "?include=firings", key, SLOW);
        Response again = post(GATE, key, SLOW);

        with.then().statusCode(200).header("Idempotency-Replayed", equalTo("true"));
        assertThat(again.asString()).isEqualTo(without.asString());
        String answer = without.asString();
        assertThat(with.asString())
                .startsWith(answer.substring(0, answer.length() - 1) + ",\"firings\":[{\"rule\":\"")
                .endsWith("}]}");
        assertThat(json(with.asString()).path("firings"))
                .isEqualTo(
                        RunningService.answer(GATE + "?include=firings", SLOW).path("firings"));
    }

    @Test
    void pointsAndFiringsAreToldTogether() {
        String calm =
                "{\"points\":[{\"minute\":0,\"user_turns\":100,\"service_attempts\":100,\"dependency_error_rate\":0}]}";
        JsonNode answer = RunningService.answer("/v1/retry-storms?include=points,firings", calm);

        assertThat(answer.path("points")).hasSize(1);
        assertThat(answer.path("firings")).isNotEmpty();
    }

    @Test
    void anAnswerSaysThatItTellsTheFirstThousand() {
        String points = IntStream.range(0, 1_200)
                .mapToObj(minute -> "{\"minute\":" + minute
                        + ",\"user_turns\":100,\"service_attempts\":100,\"dependency_error_rate\":0}")
                .collect(Collectors.joining(","));
        String key = UUID.randomUUID().toString();
        String body = "{\"points\":[" + points + "]}";
        JsonNode told = json(post("/v1/retry-storms?include=firings", key, body).asString());
        JsonNode again =
                json(post("/v1/retry-storms?include=firings", key, body).asString());

        assertThat(told.path("firings")).hasSize(1_000);
        assertThat(told.path("firings_cut").booleanValue()).isTrue();
        assertThat(again).isEqualTo(told);
    }

    @Test
    void nothingElseCanBeIncluded() {
        JsonNode problem = RunningService.problem(400, GATE + "?include=points", SLOW);

        assertThat(problem.at("/errors/0/detail").asText())
                .isEqualTo("The query parameter include must be firings, but is \"points\".");
    }
}
