package dev.shipgate.decision.http;

import static dev.shipgate.testing.Json.json;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.shipgate.loadgate.GateClient;
import dev.shipgate.testing.LiveRules;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code block_status}: a verdict that clients see without reading the answer. */
@QuarkusTest
@TestProfile(LiveRules.Profile.class)
class BlockStatusTest {

    private static final String BLOCKED = "{\"points\": [{\"minute\": 0}]}";

    @BeforeEach
    void shippedRules() {
        LiveRules.reset();
    }

    private static Response post(String path, String body, String accept) {
        return given().contentType("application/json").accept(accept).body(body).post(path);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /v1/load-gate         | {}
            /v1/retry-storms      | {"points": []}
            /v1/capacity          | {"p95_budget_ms": 1, "error_budget": 0, "steps": []}
            /v1/release-readiness | {}
            """)
    void aBlockedVerdictHasTheStatusAskedForAndTheSameBody(String path, String body) {
        Response asked = post(path + "?block_status=417", body, "*/*");
        Response unasked = post(path, body, "*/*");

        assertThat(asked.statusCode()).isEqualTo(417);
        assertThat(asked.contentType()).isEqualTo("application/json");
        assertThat(unasked.statusCode()).isEqualTo(200);
        String id = asked.path("decision_id");
        String record = given().get("/v1/decisions/" + id).asString();
        assertThat(record).contains("\"response\":" + asked.asString() + ",");
    }

    @Test
    void theFormIsThatAskedFor() {
        Response response = post("/v1/retry-storms?block_status=412", BLOCKED, "text/markdown");

        assertThat(response.statusCode()).isEqualTo(412);
        assertThat(response.contentType()).isEqualTo("text/markdown;charset=UTF-8");
        assertThat(response.asString()).startsWith("## ❌ Retry storms: do not ship\n");
    }

    @Test
    void aPassIsAnsweredWith200() {
        String body = GateClient.voiceAgent(GateClient.allFiveRoutes());
        Response response = post("/v1/load-gate?block_status=417", body, "*/*");

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(json(response.asString()).path("ship").booleanValue()).isTrue();
    }

    @Test
    void rulesThatFailStayAProblem() {
        LiveRules.save("load-gate/failing.drl", """
                package shipgate.loadgate
                import dev.shipgate.decision.Release
                rule "a rule that divides by zero" when Release(service == "divide") then int zero = 0; int one = 1 / zero; end
                """);
        Response response = post("/v1/load-gate?block_status=417", "{\"service\": \"divide\"}", "text/markdown");

        assertThat(response.statusCode()).isEqualTo(500);
        assertThat(response.contentType()).isEqualTo("application/problem+json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"200", "399", "500", "400", "401", "422", "429", "0417", "4170", "+417", "x", "417.0"})
    void aStatusThatMeansSomethingElseIsRefusedAndNothingDecided(String status) {
        Response response = given().contentType("application/json")
                .queryParam("block_status", status)
                .body(BLOCKED)
                .post("/v1/retry-storms");

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.<String>path("errors[0].detail"))
                .isEqualTo("The query parameter block_status must be a status of 400 to 499 that means nothing else "
                        + "here, such as 409, 412, 417, 424, but is \"" + status + "\".");
    }

    @Test
    void twoStatusesAreOneTooMany() {
        Response response = post("/v1/retry-storms?block_status=417&block_status=412", BLOCKED, "*/*");

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.<String>path("errors[0].detail"))
                .isEqualTo("The query parameter block_status is there more than once. Which one is meant?");
    }
}
