package dev.shipgate;

import static io.restassured.RestAssured.get;
import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import dev.shipgate.testing.LiveRules;
import io.quarkus.test.junit.QuarkusIntegrationTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The packaged application: rules compile against other class loaders there than in tests. */
@QuarkusIntegrationTest
@TestProfile(LiveRules.Profile.class)
class PackagedServiceIT {

    private static final String BUDGETS = "load-gate/budgets.drl";

    /** All five routes of the voice agent; booking a table is too slow for its budget of 800 ms. */
    private static final String ROUTES = """
            "routes":{
              "book_table":{"p95_ms":900,"error_rate":0.004,"cost_per_success":0.041,"task_success_delta":0.01},
              "cancel_booking":{"p95_ms":610,"error_rate":0.002,"cost_per_success":0.032,"task_success_delta":0.0},
              "opening_hours":{"p95_ms":310,"error_rate":0.001,"cost_per_success":0.012,"task_success_delta":0.0},
              "small_talk":{"p95_ms":455,"error_rate":0.006,"cost_per_success":0.017,"task_success_delta":0.01},
              "transfer_to_human":{"p95_ms":1210,"error_rate":0.001,"cost_per_success":0.065,"task_success_delta":0.0}}""";

    private static final String RELEASE = "\"service\":\"voice-agent\",\"environment\":\"production\"";

    @BeforeEach
    void shippedRules() {
        LiveRules.reset();
    }

    private static ValidatableResponse post(String path, String body) {
        return given().contentType("application/json").body(body).post(path).then();
    }

    private static ValidatableResponse loadGate() {
        return post("/v1/load-gate", "{" + RELEASE + "," + ROUTES + "}").statusCode(200);
    }

    @Test
    void anEditedBudgetLetsTheReleaseShipAndABrokenOneChangesNothing() {
        loadGate()
                .body("ship", equalTo(false))
                .body("failures", hasSize(1))
                .body("failures[0].route", equalTo("book_table"))
                .body("failures[0].reason", equalTo("latency"))
                .body("failures[0].rule", equalTo("latency is over budget"));

        LiveRules.edit(BUDGETS, "p95Ms(800)", "p95Ms(900)");
        loadGate().body("ship", equalTo(true)).body("failures", hasSize(0));

        LiveRules.edit(BUDGETS, "p95Ms(900)", "p95Ms(900");
        loadGate().body("ship", equalTo(true));
        get("/v1/rulesets/active")
                .then()
                .body("attempted.outcome", equalTo("refused"))
                .body("attempted.diagnostics[0].file", equalTo(BUDGETS));
    }

    @Test
    void everyEvaluationAnswers() {
        post(
                        "/v1/retry-storms",
                        "{\"points\":[{\"minute\":0,\"user_turns\":100,\"service_attempts\":231,\"dependency_error_rate\":0.22}]}")
                .statusCode(200)
                .body("alerts[0].attempt_ratio", equalTo(2.31f));
        post(
                        "/v1/capacity",
                        "{" + RELEASE
                                + ",\"steps\":[{\"concurrency\":50,\"p95_ms\":420,\"error_rate\":0.001},{\"concurrency\":100,\"p95_ms\":910,\"error_rate\":0.02}]}")
                .statusCode(200)
                .body("max_supported_concurrency", equalTo(50))
                .body("outcome", equalTo("supported"));
        post("/v1/release-readiness", "{" + RELEASE + ",\"load_gate\":{" + ROUTES + "}}")
                .statusCode(200)
                .body("ready", equalTo(false))
                .body("blockers[0].reason", equalTo("gate_does_not_ship"));
    }

    @Test
    void aRuleThatNeverEndsIsEndedAndTheServiceGoesOn() {
        LiveRules.save("load-gate/endless.drl", """
                package shipgate.loadgate
                import dev.shipgate.decision.Release
                rule "endless" when Release(service == "endless") then while (true) { } end
                """);
        post("/v1/load-gate", "{\"service\":\"endless\"}")
                .statusCode(500)
                .contentType("application/problem+json")
                .body("type", containsString("policy-evaluation-failed"))
                .body("reason", equalTo("time_limit"));
        loadGate().body("ship", equalTo(false));
    }

    @Test
    void malformedJsonIsAProblemInTheFullForm() {
        post("/v1/load-gate", "{\"routes\":")
                .statusCode(400)
                .contentType("application/problem+json")
                .body("status", equalTo(400))
                .body("instance", equalTo("/v1/load-gate"))
                .body("errors", hasSize(1));
    }

    @Test
    void operatorsSeeHealthAndMetrics() {
        loadGate();
        get("/q/health/live").then().statusCode(200);
        get("/q/health/ready").then().statusCode(200);
        await().atMost(Duration.ofMinutes(2))
                .untilAsserted(() -> get("/q/metrics")
                        .then()
                        .statusCode(200)
                        .body(containsString("shipgate_evaluations_total{kind=\"load_gate\",verdict=\"block\"}"))
                        .body(containsString(
                                "shipgate_ruleset_info{version=\"" + LiveRules.activeVersion() + "\"} 1.0")));
        get("/q/openapi").then().statusCode(200);
    }
}
