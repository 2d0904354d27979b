package dev.shipgate.audit.http;

import static dev.shipgate.testing.Json.json;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shipgate.testing.LiveRules;
import dev.shipgate.testing.RuleFirings;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(LiveRules.Profile.class)
class DecisionRecordTest {

    private static final String SLOW = """
            {"service":"%s","environment":"production",
             "routes":{"book_table":{"p95_ms":900,"error_rate":0.004,"cost_per_success":0.041,"task_success_delta":0.01}}}""";

    @BeforeEach
    void shippedRules() {
        LiveRules.reset();
    }

    private static Response post(String path, String body) {
        return given().contentType("application/json").body(body).post(path);
    }

    private static String record(Response answer) {
        return given().get("/v1/decisions/" + answer.path("decision_id"))
                .then()
                .statusCode(200)
                .contentType("application/json")
                .extract()
                .asString();
    }

    @Test
    void aRecordHoldsTheRequestAsSentAndTheAnswerByteForByte() {
        String body = SLOW.formatted("voice-agent");
        Response answer = post("/v1/load-gate", body);
        String record = record(answer);
        assertThat(record)
                .contains("\"request\":" + body.replace('\n', ' ') + ",\"response\":" + answer.asString() + ",");
        assertThat(record.lines()).hasSize(1);
    }

    @Test
    void aRecordNamesTheBlockingRuleItsFactsAndItsOwner() {
        JsonNode record = json(record(post("/v1/load-gate", SLOW.formatted("voice-agent"))));
        JsonNode failure = record.at("/response/failures/0");
        assertThat(failure.path("rule").asText()).isEqualTo("latency is over budget");
        assertThat(failure.path("observed").asInt()).isEqualTo(900);
        assertThat(failure.path("limit").asInt()).isEqualTo(800);
        assertThat(record.at("/response/checks/0/margin").asDouble()).isEqualTo(-0.125);
        List<JsonNode> rules = record.at("/response/rules_fired").findParents("rule").stream()
                .filter(rule -> rule.path("rule").asText().equals("latency is over budget"))
                .toList();
        assertThat(rules).hasSize(1);
        assertThat(rules.get(0).at("/metadata/owner").asText()).isEqualTo("sre");
        assertThat(rules.get(0).path("file").asText()).isEqualTo("load-gate/conditions.drl");
        List<JsonNode> firings = record.path("firings").findParents("facts").stream()
                .filter(firing -> firing.path("rule").asText().equals("latency is over budget"))
                .toList();
        assertThat(firings).hasSize(1);
        assertThat(firings.get(0).path("facts"))
                .isEqualTo(json("{\"route\":\"book_table\",\"observed\":900,\"limit\":800,\"source\":\"policy\"}"));
    }

    @Test
    void aRecordOfAFailureHasItsConditionFactsAndEarlierFirings() {
        LiveRules.save("load-gate/own.drl", """
                package shipgate.loadgate
                import dev.shipgate.loadgate.RouteMetrics
                rule "reads what was not sent" when
                    RouteMetrics(others["tokens"].intValue() > 4)
                then
                end
                """);
        Response answer = post("/v1/load-gate", SLOW.formatted("voice-agent"));
        assertThat(answer.statusCode()).isEqualTo(500);

        JsonNode record = json(record(answer));
        assertThat(record.path("verdict").asText()).isEqualTo("error");
        JsonNode failed = record.at("/response/failed");
        assertThat(failed.path("rule").asText()).isEqualTo("reads what was not sent");
        assertThat(failed.path("text").asText()).isEqualTo("others[\"tokens\"].intValue() > 4");
        assertThat(failed.path("cause").asText()).isEqualTo("A value is null.");
        assertThat(failed.at("/facts/RouteMetrics/route").asText()).isEqualTo("book_table");
    }

    @Test
    void aRecordSaysWhoAskedWhatDecidedAndHowLongItTook() {
        JsonNode record = json(record(post("/v1/load-gate", SLOW.formatted("voice-agent"))));
        assertThat(record.path("kind").asText()).isEqualTo("load_gate");
        assertThat(record.path("verdict").asText()).isEqualTo("block");
        assertThat(record.path("caller").asText()).isEqualTo("127.0.0.1");
        assertThat(record.at("/ruleset/version").asText()).isEqualTo(LiveRules.activeVersion());
        assertThat(record.at("/engine/drools").asText()).isEqualTo("10.2.0");
        assertThat(record.at("/engine/java").asText())
                .isEqualTo(Runtime.version().toString());
        assertThat(record.path("routes")).isEqualTo(json("[\"book_table\"]"));
        assertThat(record.path("duration_ms").asDouble()).isPositive().isLessThan(10_000);
        assertThat(record.path("masked")).isEmpty();
    }

    @Test
    void theHashOfARecordIsThatOfItsLineWithoutTheLastMember() throws Exception {
        String line = record(post("/v1/load-gate", SLOW.formatted("caf\u00e9 \uD83D\uDE00")));
        String hashed = line.replaceFirst(",\"hash\":\"[0-9a-f]{64}\"}$", "}");
        byte[] sha256 = MessageDigest.getInstance("SHA-256").digest(hashed.getBytes(StandardCharsets.UTF_8));
        assertThat(json(line).path("hash").asText()).isEqualTo(HexFormat.of().formatHex(sha256));
    }

    @Test
    void rulesThatFailAreRecordedAsAnErrorWithWhatFiredLast() {
        LiveRules.save("load-gate/failing.drl", """
                package shipgate.loadgate
                import dev.shipgate.decision.Release
                rule "a rule that divides by zero" when Release(service == "divide") then int zero = 0; int one = 1 / zero; end
                """);
        Response problem = post("/v1/load-gate", "{\"service\":\"divide\"}");
        assertThat(problem.statusCode()).isEqualTo(500);
        assertThat(problem.contentType()).startsWith("application/problem+json");
        JsonNode record = json(record(problem));
        assertThat(record.path("verdict").asText()).isEqualTo("error");
        assertThat(record.path("response")).isEqualTo(json(problem.asString()));
        assertThat(record.at("/firings/0/rule").asText()).isEqualTo("a rule that divides by zero");
    }

    @Test
    void everyFiringIsRecordedAlsoBeyondThoseOfTheAnswer() {
        StringBuilder points = new StringBuilder();
        for (int minute = 0; minute < 1_500; minute++) {
            points.append(minute == 0 ? "" : ",")
                    .append("{\"minute\":")
                    .append(minute)
                    .append(",\"user_turns\":100,\"service_attempts\":100,\"dependency_error_rate\":0}");
        }
        Response answer = post("/v1/retry-storms", "{\"points\":[" + points + "]}");
        JsonNode record = json(record(answer));
        int total = RuleFirings.total(json(answer.asString()));
        assertThat(total).isGreaterThan(1_500);
        assertThat(record.path("firings")).hasSize(total);
        assertThat(record.path("rules_fired")).hasSize(answer.path("rules_fired.size()"));
    }

    @Test
    void whatIsNoDecisionIsNotFound() {
        for (String id : List.of("7", UUID.randomUUID().toString())) {
            given().get("/v1/decisions/" + id).then().statusCode(404).contentType("application/problem+json");
        }
    }
}
