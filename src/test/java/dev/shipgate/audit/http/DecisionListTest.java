package dev.shipgate.audit.http;

import static dev.shipgate.testing.Json.json;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.startsWith;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shipgate.testing.LiveRules;
import dev.shipgate.testing.RunningService;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@TestProfile(LiveRules.Profile.class)
class DecisionListTest {

    @BeforeEach
    void shippedRules() {
        LiveRules.reset();
    }

    /** A name that no other test has used. */
    private static String fresh(String name) {
        return name + "-" + UUID.randomUUID();
    }

    private static String decide(String path, String body) {
        return RunningService.answer(path, body).path("decision_id").asText();
    }

    private static String gate(String service, String environment, String version, String route) {
        return decide(
                "/v1/load-gate",
                "{\"service\":\"%s\",\"environment\":\"%s\",\"version\":\"%s\",\"routes\":{\"%s\":{\"p95_ms\":1}}}"
                        .formatted(service, environment, version, route));
    }

    private static JsonNode list(String query) {
        Response response = given().urlEncodingEnabled(false).get("/v1/decisions" + query);
        assertThat(response.statusCode()).as(response.asString()).isEqualTo(200);
        assertThat(response.contentType()).startsWith("application/json");
        return json(response.asString());
    }

    private static List<String> ids(String query) {
        return StreamSupport.stream(list(query).path("decisions").spliterator(), false)
                .map(decision -> decision.path("decision_id").asText())
                .toList();
    }

    @Test
    void aDecisionIsListedWithAllThatTellsItFromOthers() {
        String service = fresh("summary");
        JsonNode answer = RunningService.answer(
                "/v1/load-gate",
                "{\"service\":\"" + service + "\",\"environment\":\"staging\",\"version\":\"7\",\"routes\":{}}");
        JsonNode page = list("?service=" + service);
        assertThat(page).isEqualTo(json("""
                        {"decisions":[{
                          "decision_id":"%s","evaluated_at":"%s","kind":"load_gate","service":"%s",
                          "environment":"staging","version":"7","verdict":"block","ruleset":{"version":"%s"},
                          "rules_fired":["nothing was measured and nothing has a budget"],"caller":"127.0.0.1"}],
                         "next_cursor":null}""".formatted(
                        answer.path("decision_id").asText(),
                        answer.path("evaluated_at").asText(),
                        service,
                        LiveRules.activeVersion())));
    }

    @Test
    void theNewestDecisionComesFirst() {
        String service = fresh("order");
        String first = gate(service, "a", "1", "r");
        String second = gate(service, "a", "1", "r");
        assertThat(ids("?service=" + service)).containsExactly(second, first);
    }

    @Test
    void eachFilterFindsWhatItNamesAndNothingElse() {
        String service = fresh("filters");
        String route = fresh("route");
        String one = gate(service, "staging", "1", route);
        String two = gate(service, "production", "2", route + "-other");
        String storm = decide(
                "/v1/retry-storms",
                "{\"service\":\"" + service + "\",\"points\":[{\"minute\":0,"
                        + "\"user_turns\":100,\"service_attempts\":100,\"dependency_error_rate\":0}]}");
        String of = "?service=" + service;
        assertThat(ids(of)).containsExactly(storm, two, one);
        assertThat(ids(of + "&environment=staging")).containsExactly(one);
        assertThat(ids(of + "&version=2")).containsExactly(two);
        assertThat(ids(of + "&kind=retry_storms")).containsExactly(storm);
        assertThat(ids(of + "&verdict=pass")).containsExactly(storm);
        assertThat(ids(of + "&verdict=block")).containsExactly(two, one);
        assertThat(ids("?route=" + route)).containsExactly(one);
        assertThat(ids(of + "&route=" + route + "-other&version=1")).isEmpty();
        assertThat(ids(of + "&rule=a%20measured%20route%20has%20no%20budget")).containsExactly(two, one);
        assertThat(ids(of + "&ruleset=" + LiveRules.activeVersion())).containsExactly(storm, two, one);
        assertThat(ids(of + "&ruleset=sha256:none")).isEmpty();
    }

    @Test
    void timesTakeTheFirstInstantInAndTheLastOneOut() {
        String service = fresh("times");
        JsonNode answer = RunningService.answer("/v1/load-gate", "{\"service\":\"" + service + "\"}");
        String id = answer.path("decision_id").asText();
        String at = answer.path("evaluated_at").asText();
        String of = "?service=" + service;
        assertThat(ids(of + "&from=" + at)).containsExactly(id);
        assertThat(ids(of + "&to=" + at)).isEmpty();
        assertThat(ids(of + "&from=" + at.replace("Z", "0001Z"))).isEmpty();
        assertThat(ids(of + "&to=" + at.replace("Z", "0001Z"))).containsExactly(id);
        assertThat(ids(of + "&from=0000-01-01T00:00:00Z&to=+999999999-01-01T00:00:00Z".replace("+", "%2B")))
                .containsExactly(id);
        assertThat(ids(of + "&from=" + at.substring(0, at.length() - 1) + "%2B02:00"))
                .containsExactly(id);
    }

    @Test
    void pagesStayTheSameWhileNewDecisionsArrive() {
        String service = fresh("pages");
        List<String> before = IntStream.range(0, 5)
                .mapToObj(i -> gate(service, "e", "" + i, "r"))
                .toList();
        JsonNode first = list("?limit=2&service=" + service);
        assertThat(first.at("/decisions/0/decision_id").asText()).isEqualTo(before.get(4));
        assertThat(first.at("/decisions/1/decision_id").asText()).isEqualTo(before.get(3));
        gate(service, "e", "new", "r");
        String second = "?limit=3&service=" + service + "&cursor="
                + first.path("next_cursor").asText();
        assertThat(ids(second)).containsExactly(before.get(2), before.get(1), before.get(0));
        assertThat(list(second).path("next_cursor").isNull()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/load-gate", "/v1/capacity", "/v1/release-readiness"})
    void whatIsRefusedIsNoDecision(String path) {
        String service = fresh("refused");
        RunningService.problem(400, path, "{\"service\":\"" + service + "\",\"nonsense\":1}");
        assertThat(ids("?service=" + service)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        ?limit=0                 | limit must be a whole number, 1 to 500, but is "0".
        ?limit=501               | limit must be a whole number, 1 to 500, but is "501".
        ?limit=ten               | limit must be a whole number, 1 to 500, but is "ten".
        ?kind=gate               | kind must be one of capacity, load_gate, release_readiness, retry_storms, but is "gate".
        ?verdict=ok              | verdict must be one of pass, block, error, but is "ok".
        ?from=yesterday          | from must be an instant such as 2026-11-25T10:00:00Z, but is "yesterday".
        ?to=2026-11-25           | to must be an instant such as 2026-11-25T10:00:00Z, but is "2026-11-25".
        ?from=2026-11-25T10:00:00+01:00 | from must be an instant such as 2026-11-25T10:00:00Z, but is "2026-11-25T10:00:00 01:00". Maybe write %2B for a plus?
        ?from=2026-11-26T00:00:00Z&to=2026-11-25T00:00:00Z | from must not be after to, but is 2026-11-26T00:00:00Z, and to is 2026-11-25T00:00:00Z.
        ?ruleset=5b7f1e90        | ruleset must be a version, which begins with sha256:, but is "5b7f1e90".
        ?cursor=7                | cursor must be the next_cursor of an earlier answer, but is "7".
        ?service=%00             | service has the character NUL. Leave it out.
        ?service=                | service is empty. Leave it out, or give it a value.
        ?service=a&service=b     | service is there more than once. Which one is meant?
        """)
    void aParameterThatMeansNothingIsRefused(String query, String detail) {
        Response response = given().urlEncodingEnabled(false).get("/v1/decisions" + query);
        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.contentType()).startsWith("application/problem+json");
        assertThat((String) response.path("detail")).isEqualTo("The query parameter " + detail);
    }

    @Test
    void allThatIsWrongWithAQueryIsSaidTogether() {
        given().get("/v1/decisions?verdit=block&limit=0")
                .then()
                .statusCode(400)
                .body("errors[0].detail", startsWith("The query parameter limit"))
                .body("errors[1].detail", startsWith("The query parameter verdit is not known here. Maybe one of"));
    }
}
