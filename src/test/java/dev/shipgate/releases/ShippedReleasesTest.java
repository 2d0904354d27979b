package dev.shipgate.releases;

import static dev.shipgate.http.ProblemClient.isProblem;
import static dev.shipgate.releases.ReleasesClient.SHIPPED;
import static dev.shipgate.releases.ReleasesClient.decide;
import static dev.shipgate.releases.ReleasesClient.mark;
import static dev.shipgate.releases.ReleasesClient.markBody;
import static dev.shipgate.releases.ReleasesClient.request;
import static dev.shipgate.releases.ReleasesClient.service;
import static dev.shipgate.releases.ReleasesClient.shipped;
import static dev.shipgate.releases.ReleasesClient.toldOf;
import static dev.shipgate.testing.Json.json;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Marks of releases that went out, and the facts of them that later decisions are told. */
@QuarkusTest
class ShippedReleasesTest {

    @Test
    void aMarkIsToldWithWhatTheReleaseShowed() {
        String decision = decide("told", "1.0", 200);
        mark(decision)
                .statusCode(201)
                .body("decision_id", equalTo(decision))
                .body("kind", equalTo("load_gate"))
                .body("service", equalTo(service("told")))
                .body("environment", equalTo("staging"))
                .body("version", equalTo("1.0"))
                .body("shipped_at", notNullValue())
                .body("shipped_by", equalTo("127.0.0.1"))
                .body("source", equalTo("marked"))
                .body("measurements.routes", hasSize(1))
                .body("measurements.routes[0].route", equalTo("find"))
                .body("measurements.routes[0].p95_ms", equalTo(200.0f))
                .body("measurements.routes[0].others.samples", equalTo(1000.0f))
                .body("measurements.routes[0].others.ttft_p95_ms", equalTo(80.5f));
    }

    @Test
    void aSecondMarkOfADecisionChangesNothing() {
        String decision = decide("twice", "1.0", 200);
        String first = mark(decision).statusCode(201).extract().asString();
        assertThat(mark(decision).statusCode(200).extract().asString()).isEqualTo(first);
        shipped("?service=" + service("twice")).body("releases", hasSize(1));
        assertThat(given().get("/v1/audit/events?kind=release_shipped&limit=500")
                        .jsonPath()
                        .getList("events.release.decision_id"))
                .containsOnlyOnce(decision);
    }

    @Test
    void aMarkIsAnEventOfTheChain() {
        String decision = decide("event", "1.0", 200);
        mark(decision).statusCode(201);
        given().get("/v1/audit/events?kind=release_shipped&limit=1")
                .then()
                .statusCode(200)
                .body("events[0].release.decision_id", equalTo(decision))
                .body("events[0].release.kind", equalTo("load_gate"))
                .body("events[0].caller", equalTo("127.0.0.1"))
                .body("events[0].source", equalTo("marked"))
                .body("events[0].release.service", equalTo(service("event")))
                .body("events[0].release.measurements.routes[0].p95_ms", equalTo(200.0f));
        given().get("/v1/audit/verification").then().body("intact", equalTo(true));
    }

    @Test
    void aLaterDecisionIsToldOfTheLastReleaseAndOfTheBest() {
        mark(decide("later", "1.0", 190)).statusCode(201);
        String last = decide("later", "1.1", 200);
        mark(last).statusCode(201);
        JsonNode told = toldOf(decide("later", "1.2", 210));

        assertThat(told.path("routes")).hasSize(1);
        JsonNode route = told.path("routes").get(0);
        assertThat(route.path("version").asText()).isEqualTo("1.1");
        assertThat(route.path("decision_id").asText()).isEqualTo(last);
        assertThat(route.path("p95_ms").asDouble()).isEqualTo(200);
        assertThat(route.path("samples").asLong()).isEqualTo(1_000);
        assertThat(told.path("best")).hasSize(1);
        assertThat(told.path("best").get(0).path("p95_ms").asDouble()).isEqualTo(190);
        assertThat(told.path("best").get(0).path("releases").asInt()).isEqualTo(2);
        assertThat(told.has("capacity")).isFalse();
    }

    @Test
    void aDecisionIsToldNothingOfItselfAndOfOtherServices() {
        String decision = decide("alone", "1.0", 200);
        mark(decision).statusCode(201);
        assertThat(json(given().get("/v1/decisions/" + decision).asString())
                        .path("context")
                        .has("shipped"))
                .isFalse();
        String elsewhere = request("alone", "1.1", 200).replace("staging", "production");
        for (String other : List.of(
                elsewhere,
                request("other", "1.1", 200),
                "{\"service\":\"" + service("alone") + "\",\"routes\":{}}",
                "{\"service\":\"" + service("else") + "\",\"routes\":{}}")) {
            JsonNode answer = decide("/v1/load-gate", other);
            assertThat(toldOf(answer.path("decision_id").asText()).isMissingNode())
                    .isTrue();
        }
    }

    @Test
    void aReplayIsToldWhatTheDecisionWasTold() {
        mark(decide("replayed", "1.0", 150)).statusCode(201);
        String decision = decide("replayed", "1.1", 160);
        mark(decision).statusCode(201);
        given().post("/v1/decisions/" + decision + "/replay")
                .then()
                .statusCode(200)
                .body("identical", equalTo(true))
                .body("differences", empty());
    }

    @Test
    void capacityAndTrafficAreRememberedAsParts() {
        String parts = """
                {"service":"%s","environment":"staging","version":"%s",
                 "load_gate":{"routes":{"find":{"p95_ms":200,"error_rate":0,"cost_per_success":0,"task_success_delta":0}},
                              "budgets":{"find":{"p95_ms":250,"error_rate":0.01,"cost_per_success":0.002}}},
                 "retry_storms":{"points":[
                   {"minute":0,"user_turns":100,"service_attempts":110,"dependency_error_rate":0.01},
                   {"minute":1,"user_turns":300,"service_attempts":310,"dependency_error_rate":0.03}]},
                 "capacity":{"p95_budget_ms":800,"error_budget":0.01,"steps":[
                   {"concurrency":50,"p95_ms":420,"error_rate":0},{"concurrency":100,"p95_ms":900,"error_rate":0}]}}""";
        JsonNode ready = decide("/v1/release-readiness", parts.formatted(service("parts"), "1.0"));
        assertThat(ready.path("verdict").asText()).as(ready.toString()).isEqualTo("pass");
        mark(ready.path("decision_id").asText())
                .statusCode(201)
                .body("measurements.max_supported_concurrency", equalTo(50))
                .body("measurements.traffic.attempt_ratio", equalTo(1.05f))
                .body("measurements.traffic.dependency_error_rate", equalTo(0.02f));

        JsonNode told = toldOf(decide("/v1/release-readiness", parts.formatted(service("parts"), "1.1"))
                .path("decision_id")
                .asText());
        assertThat(told.path("capacity").path("max_supported_concurrency").asLong())
                .isEqualTo(50);
        assertThat(told.path("best_capacity").path("releases").asInt()).isEqualTo(1);
        assertThat(told.path("traffic").path("attempt_ratio").asDouble()).isEqualTo(1.05);
        assertThat(told.path("traffic").path("version").asText()).isEqualTo("1.0");
    }

    @Test
    void aBlockedReleaseIsNoMeasure() {
        String decision = decide("blocked", "1.0", 900);
        isProblem(mark(decision), 409, SHIPPED)
                .body("type", endsWith("release-not-markable"))
                .body("detail", containsString(decision + " is block."));
        shipped("?service=" + service("blocked")).body("releases", empty());
    }

    @Test
    void aDecisionThatIsNotThereCannotBeMarked() {
        String unknown = UUID.randomUUID().toString();
        isProblem(mark(unknown), 404, SHIPPED).body("detail", containsString(unknown));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {}                          | /decision_id | must be there
            {"decision_id":7}           | /decision_id | must be a string
            {"decision_id":"last"}      | /decision_id | must be the id of a decision
            {"decision_id":"1-1-1-1-1"} | /decision_id | must be the id of a decision
            {"decision":"x"}            | /decision    | decision_id
            """)
    void whatIsNoMarkIsRefused(String body, String pointer, String detail) {
        isProblem(markBody(body), 400, SHIPPED)
                .body("errors.find { it.pointer == '" + pointer + "' }.detail", containsString(detail));
    }

    @Test
    void shippedReleasesAreFilteredAndPagedNewestFirst() {
        String first = decide("paged", "1.0", 200);
        String second = decide("paged", "1.1", 200);
        mark(second).statusCode(201);
        mark(first).statusCode(201);
        String cursor = shipped("?service=" + service("paged") + "&environment=staging&limit=1")
                .statusCode(200)
                .body("releases.decision_id", contains(first))
                .body("next_cursor", equalTo(first))
                .extract()
                .path("next_cursor");
        shipped("?service=" + service("paged") + "&limit=1&cursor=" + cursor)
                .body("releases.decision_id", contains(second))
                .body("next_cursor", nullValue());
        shipped("?service=" + service("paged") + "&environment=production").body("releases", empty());
        shipped("").body("releases", not(empty()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"limit=501", "limit=0", "cursor=x", "service=", "version=1.0"})
    void aWrongQueryIsRefused(String query) {
        isProblem(shipped("?" + query), 400, SHIPPED);
    }
}
