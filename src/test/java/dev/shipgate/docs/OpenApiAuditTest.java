package dev.shipgate.docs;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shipgate.testing.LiveRules;
import dev.shipgate.testing.StoreBeforeVerdict;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The OpenAPI document describes recorded decisions as the service answers them. */
@QuarkusTest
@TestProfile(LiveRules.Profile.class)
class OpenApiAuditTest {

    private static final String UNKNOWN = "/v1/decisions/01a20acd-13ab-70cf-8a68-4f10e244d9d5";

    private OpenApiDocument document;

    @BeforeEach
    void shippedRules() {
        LiveRules.reset();
        document = OpenApiDocument.served();
    }

    private static String decide() {
        return given().contentType("application/json")
                .body("{\"service\":\"search\",\"routes\":{\"find\":{\"p95_ms\":300}}}")
                .post("/v1/load-gate")
                .path("decision_id");
    }

    @Test
    void theListIsAsItsSchemaSays() {
        decide();
        decide();
        compareAnswer("GET /v1/decisions", RestAssured.get("/v1/decisions?limit=1"));
    }

    @Test
    void aRecordIsAsItsSchemaSaysAlsoAsALine() {
        String id = decide();
        Response lines = given().accept("application/x-ndjson").get("/v1/decisions?limit=1");
        compareAnswer("GET /v1/decisions/{id}", lines);
        Response record = RestAssured.get("/v1/decisions/" + id);
        compareAnswer("GET /v1/decisions/{id}", record);
        assertThat(lines.asString()).isEqualTo(record.asString() + "\n");
    }

    @Test
    void recordsOfTheFirstFormAreAsTheirSchemaSays() {
        for (String line : StoreBeforeVerdict.decisions()) {
            assertThat(document.violations(schema("GET /v1/decisions/{id}", 200), ShownJson.tree(line)))
                    .as(line)
                    .isEmpty();
        }
    }

    @Test
    void aRecordHasAllMembersOfOneForm() {
        ObjectNode record = (ObjectNode)
                ShownJson.tree(RestAssured.get("/v1/decisions/" + decide()).asString());
        for (String member : List.of("form", "context", "rules_fired", "firings")) {
            assertThat(document.violations(
                            schema("GET /v1/decisions/{id}", 200),
                            record.deepCopy().without(member)))
                    .as(member)
                    .isNotEmpty();
        }
    }

    @Test
    void aReplayIsAsItsSchemaSays() {
        String id = decide();
        compareAnswer("POST /v1/decisions/{id}/replay", RestAssured.post("/v1/decisions/" + id + "/replay"));
    }

    @Test
    void aReplayThatDiffersIsAsItsSchemaSays() {
        String id = decide();
        LiveRules.edit("load-gate/missing.drl", "rule \"", "rule \"now ");
        Response real = RestAssured.post("/v1/decisions/" + id + "/replay?ruleset=" + LiveRules.activeVersion());
        assertThat(real.<Boolean>path("identical")).isFalse();
        compareAnswer("POST /v1/decisions/{id}/replay", real);
    }

    @Test
    void aVerificationIsAsItsSchemaSays() {
        decide();
        compareAnswer("GET /v1/audit/verification", RestAssured.get("/v1/audit/verification"));
    }

    @Test
    void aVerificationThatMissesARecordIsAsItsSchemaSays() {
        JsonNode real = ShownJson.tree(
                RestAssured.get("/v1/audit/verification?head=" + "f".repeat(64)).asString());
        assertThat(real.at("/first_misfit/reason").asText()).isEqualTo("removed");
        assertThat(document.violations(schema("GET /v1/audit/verification", 200), real))
                .isEmpty();
    }

    @Test
    void theRulesAreAsTheirSchemaSays() {
        decide();
        compareAnswer("GET /v1/rules", RestAssured.get("/v1/rules"));
    }

    @Test
    void theVersionsOfTheRulesAreAsTheirSchemasSay() {
        String version = LiveRules.activeVersion();
        LiveRules.edit("load-gate/missing.drl", "rule \"", "rule \"now ");
        compareAnswer(
                "GET /v1/rules/{name}/history", RestAssured.get("/v1/rules/{name}/history", "latency is over budget"));
        compareAnswer("GET /v1/rulesets", RestAssured.get("/v1/rulesets"));
        compareAnswer("GET /v1/rulesets/{version}", RestAssured.get("/v1/rulesets/" + version));
        compareAnswer(
                "GET /v1/rulesets/{version}/difference", RestAssured.get("/v1/rulesets/" + version + "/difference"));
    }

    @Test
    void theEventsAreAsTheirSchemaSays() {
        LiveRules.save("load-gate/broken.drl", "package shipgate.loadgate\nrule \"broken\" when Nothing() then end\n");
        compareAnswer("GET /v1/audit/events", RestAssured.get("/v1/audit/events"));
        compareAnswer(
                "GET /v1/audit/events", RestAssured.get("/v1/audit/events?kind=ruleset_refused&caller=file&limit=1"));
    }

    @Test
    void aRulesetThatIsNotThereIsAnsweredAsShown() {
        compareProblem("GET /v1/rulesets/{version}", 404, "", RestAssured.get("/v1/rulesets/sha256:0"));
    }

    @Test
    void aKeyOfAnotherRequestIsAnsweredAsShown() {
        String key = "release-2026.11.23-1-gate";
        given().header("Idempotency-Key", key)
                .body("{}")
                .contentType("application/json")
                .post("/v1/load-gate");
        Response other = given().header("Idempotency-Key", key)
                .body("{\"service\":\"search\"}")
                .contentType("application/json")
                .post("/v1/load-gate");
        compareProblem("POST /v1/load-gate", 422, "key_reused", other);
    }

    @Test
    void aDecisionThatIsNotThereIsAnsweredAsShown() {
        compareProblem("GET /v1/decisions/{id}", 404, "", RestAssured.get(UNKNOWN));
    }

    @Test
    void aWrongParameterIsAnsweredAsShown() {
        compareProblem("GET /v1/decisions", 400, "", RestAssured.get("/v1/decisions?verdict=blocked"));
    }

    @Test
    void aRequestThatOtherRulesDoNotAcceptIsAnsweredAsShown() {
        String id = given().contentType("application/json")
                .body("{\"service\":\"voice-agent\",\"environment\":\"production\",\"error_budget\":0.01,\"steps\":[]}")
                .post("/v1/capacity")
                .path("decision_id");
        LiveRules.edit("capacity/budgets.drl", "environment == \"production\"", "environment == \"elsewhere\"");
        Response real = RestAssured.post("/v1/decisions/" + id + "/replay?ruleset=" + LiveRules.activeVersion());
        JsonNode shown = document.example("POST /v1/decisions/{id}/replay", 409, "");
        JsonNode body = ShownJson.tree(real.asString().replace(id, UNKNOWN.substring(UNKNOWN.lastIndexOf('/') + 1)));
        assertThat(ShownJson.differences(shown, body)).isEmpty();
    }

    private JsonNode schema(String operation, int status) {
        return document.answer(operation, status).path("schema");
    }

    /** Ids, hashes and figures differ from run to run: the answer has to have the shape of the example. */
    private void compareAnswer(String operation, Response real) {
        JsonNode body = ShownJson.tree(real.asString());
        JsonNode shown = document.answer(operation, 200)
                .path("examples")
                .elements()
                .next()
                .path("value");
        assertThat(real.statusCode()).as(real.asString()).isEqualTo(200);
        assertThat(document.violations(schema(operation, 200), body)).isEmpty();
        assertThat(document.violations(schema(operation, 200), shown)).isEmpty();
        assertThat(members(shown)).isEqualTo(members(body));
    }

    private static Set<String> members(JsonNode object) {
        Set<String> names = new TreeSet<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private void compareProblem(String operation, int status, String example, Response real) {
        JsonNode body = ShownJson.tree(real.asString());
        assertThat(real.statusCode()).as(real.asString()).isEqualTo(status);
        assertThat(ShownJson.differences(document.example(operation, status, example), body))
                .isEmpty();
        assertThat(document.violations(schema(operation, status), body)).isEmpty();
    }
}
