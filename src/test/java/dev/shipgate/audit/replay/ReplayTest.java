package dev.shipgate.audit.replay;

import static dev.shipgate.testing.Json.json;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shipgate.testing.LiveRules;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(LiveRules.Profile.class)
class ReplayTest {

    private static final String BUDGETS = "load-gate/budgets.drl";

    private static final String SLOW = """
            {"service":"voice-agent","environment":"production",
             "routes":{"book_table":{"p95_ms":900,"error_rate":0.004,"cost_per_success":0.041,"task_success_delta":0.01}}}""";

    @BeforeEach
    void shippedRules() {
        LiveRules.reset();
    }

    private static Response decide(String path, String body) {
        Response answer = given().contentType("application/json").body(body).post(path);
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        return answer;
    }

    private static ValidatableResponse replay(Response decision, String query) {
        return given().urlEncodingEnabled(false)
                .post("/v1/decisions/" + decision.path("decision_id") + "/replay" + query)
                .then();
    }

    private static String decisions() {
        return given().get("/v1/decisions?limit=1").asString();
    }

    @Test
    void aReplayGivesTheRecordedBytesAlsoAfterTheRulesHaveChanged() {
        Response decision = decide("/v1/load-gate", SLOW);
        LiveRules.edit(BUDGETS, "p95Ms(800)", "p95Ms(950)");
        String body = replay(decision, "").statusCode(200).extract().asString();
        JsonNode report = json(body);
        assertThat(report.path("identical").asBoolean()).isTrue();
        assertThat(report.path("exact").asBoolean()).isTrue();
        assertThat(report.path("differences")).isEmpty();
        assertThat(body)
                .contains("\"recorded\":" + decision.asString() + ",")
                .contains("\"replayed\":" + decision.asString() + ",");
    }

    @Test
    void aReplayWithOtherRulesTellsWhatTheyWouldHaveSaid() {
        Response decision = decide("/v1/load-gate", SLOW);
        LiveRules.edit(BUDGETS, "p95Ms(800)", "p95Ms(950)");
        decide("/v1/load-gate", SLOW);
        replay(decision, "?ruleset=" + LiveRules.activeVersion())
                .statusCode(200)
                .body("identical", equalTo(false))
                .body("ruleset.version", equalTo(LiveRules.activeVersion()))
                .body("recorded.failures", hasSize(5))
                .body("replayed.failures", hasSize(4))
                .body("differences.find { it.pointer == '/checks/0/outcome' }.recorded", equalTo("fail"))
                .body("differences.find { it.pointer == '/checks/0/outcome' }.replayed", equalTo("pass"))
                .body("differences.find { it.pointer == '/checks/0/limit' }.replayed", equalTo(950))
                .body("differences.findAll { it.pointer == '/ruleset/version' }", hasSize(0));
    }

    @Test
    void rulesThatDecideNowNeedNotHaveDecidedAnything() {
        Response decision = decide("/v1/load-gate", SLOW);
        LiveRules.save(
                "load-gate/new.drl", "package shipgate.loadgate\nrule \"" + UUID.randomUUID() + "\" when then end\n");
        replay(decision, "?ruleset=active")
                .statusCode(200)
                .body("ruleset.version", equalTo(LiveRules.activeVersion()))
                .body("identical", equalTo(false))
                .body(
                        "replayed.rules_fired",
                        hasSize(decision.<List<Object>>path("rules_fired").size() + 1));
    }

    @Test
    void everyKindOfDecisionIsReplayedWithWhatWasIncluded() {
        String points =
                "\"points\":[{\"minute\":0,\"user_turns\":100,\"service_attempts\":231,\"dependency_error_rate\":0.22}]";
        Response[] decisions = {
            decide("/v1/retry-storms?include=points", "{" + points + "}"),
            decide(
                    "/v1/capacity",
                    "{\"p95_budget_ms\":800,\"error_budget\":0.01,\"steps\":[{\"concurrency\":50,\"p95_ms\":420,\"error_rate\":0}]}"),
            decide("/v1/release-readiness", "{\"service\":\"voice-agent\",\"retry_storms\":{" + points + "}}")
        };
        for (Response decision : decisions) {
            String body = replay(decision, "")
                    .statusCode(200)
                    .body("identical", equalTo(true))
                    .extract()
                    .asString();
            assertThat(body).contains("\"replayed\":" + decision.asString() + ",");
        }
    }

    @Test
    void aFailureOfTheRulesIsReplayedAsOne() {
        LiveRules.save("load-gate/failing.drl", """
                package shipgate.loadgate
                import dev.shipgate.decision.Release
                rule "a rule that divides by zero" when Release(service == "divide") then int zero = 0; int one = 1 / zero; end
                """);
        Response problem = given().contentType("application/json")
                .body("{\"service\":\"divide\"}")
                .post("/v1/load-gate");
        assertThat(problem.statusCode()).isEqualTo(500);
        LiveRules.delete("load-gate/failing.drl");
        replay(problem, "")
                .statusCode(200)
                .body("identical", equalTo(true))
                .body("replayed.type", endsWith("policy-evaluation-failed"));
    }

    @Test
    void aReplayIsNoDecision() {
        Response decision = decide("/v1/load-gate", SLOW);
        String before = decisions();
        replay(decision, "").statusCode(200);
        assertThat(decisions()).isEqualTo(before);
    }

    @Test
    void aRequestThatOtherRulesCannotTakeIsToldWhy() {
        Response decision =
                decide("/v1/capacity", "{\"service\":\"voice-agent\",\"environment\":\"production\",\"steps\":[]}");
        LiveRules.save("capacity/budgets.drl", "package shipgate.capacity\nrule \"no budgets\" when then end\n");
        replay(decision, "?ruleset=" + LiveRules.activeVersion())
                .statusCode(409)
                .contentType("application/problem+json")
                .body("type", endsWith("not-replayable"))
                .body("errors", hasSize(2));
    }

    @Test
    void whatIsNotThereCannotBeReplayed() {
        Response decision = decide("/v1/load-gate", SLOW);
        replay(decision, "?ruleset=sha256:none")
                .statusCode(404)
                .contentType("application/problem+json")
                .body("detail", containsString("There is no ruleset \"sha256:none\". A version begins with sha256:"));
        replay(decision, "?rules=a")
                .statusCode(400)
                .body(
                        "errors.detail",
                        contains("The query parameter rules is not known here. Maybe one of [ruleset]?"));
        given().post("/v1/decisions/" + UUID.randomUUID() + "/replay").then().statusCode(404);
    }

    @Test
    void anotherMethodIsAWrongMethodAndNoWrongPath() {
        given().get("/v1/decisions/" + UUID.randomUUID() + "/replay").then().statusCode(405);
    }
}
