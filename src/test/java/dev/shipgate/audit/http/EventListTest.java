package dev.shipgate.audit.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.shipgate.testing.LiveRules;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The callers who changed the rules, and the edits that were refused. */
@QuarkusTest
@TestProfile(LiveRules.Profile.class)
class EventListTest {

    @BeforeEach
    void shippedRules() {
        LiveRules.reset();
    }

    @Test
    void eventsAreFilteredAndPaged() {
        LiveRules.save("load-gate/own.drl", "package shipgate.loadgate\n// One more file.\n");
        String activations = "/v1/audit/events?kind=ruleset_activated&caller=file&limit=1";
        JsonPath newest =
                given().get(activations).then().statusCode(200).extract().jsonPath();
        JsonPath next = given().get(activations + "&cursor=" + newest.getString("next_cursor"))
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();

        assertThat(newest.getList("events.kind")).containsExactly("ruleset_activated");
        assertThat(newest.getList("events.caller")).containsExactly("file");
        assertThat(next.getList("events.kind")).containsExactly("ruleset_activated");
        assertThat(next.getString("events[0].ruleset.version")).isEqualTo(newest.getString("events[0].previous"));
        String at = newest.getString("events[0].at");
        assertThat(given().get(activations + "&from=" + at).jsonPath().getList("events.at"))
                .containsExactly(at);
        assertThat(given().get(activations + "&from=2100-01-01T00:00:00Z")
                        .jsonPath()
                        .getList("events"))
                .isEmpty();
        assertThat(given().get("/v1/audit/events?caller=nobody").jsonPath().getList("events"))
                .isEmpty();
    }

    @Test
    void aRefusalIsToldWithItsProblemsAndItsTextIsKeptNowhere() {
        LiveRules.save("load-gate/own.drl", "package shipgate.loadgate\nglobal java.util.List kept\n");
        JsonPath attempted = given().get("/v1/rulesets/active").jsonPath().setRootPath("attempted");
        String refused = attempted.getString("version");

        given().get("/v1/audit/events?limit=1")
                .then()
                .statusCode(200)
                .body("events[0].kind", equalTo("ruleset_refused"))
                .body("events[0].caller", equalTo("file"))
                .body("events[0].source", equalTo("directory"))
                .body("events[0].message", nullValue())
                .body("events[0].refused", equalTo(refused))
                .body(
                        "events[0].problems",
                        equalTo(attempted.getList("diagnostics").size()))
                .body("events[0].diagnostics", equalTo(attempted.getList("diagnostics")))
                .body("events[0].diagnostics[0].file", equalTo("load-gate/own.drl"))
                .body("events[0].diagnostics[0].line", equalTo(2))
                .body("events[0].diagnostics[0].severity", equalTo("error"));
        given().get("/v1/rulesets/" + refused).then().statusCode(404);
        String id = given().contentType("application/json")
                .body("{}")
                .post("/v1/load-gate")
                .path("decision_id");
        given().post("/v1/decisions/" + id + "/replay?ruleset=" + refused)
                .then()
                .statusCode(404);
    }

    @Test
    void whatMeansNothingIsRefused() {
        for (String query :
                new String[] {"kind=load_gate", "cursor=x", "limit=501", "from=yesterday", "caller=", "rule=a"}) {
            given().get("/v1/audit/events?" + query).then().statusCode(400).contentType("application/problem+json");
        }
    }
}
