package dev.shipgate.rulesets;

import static dev.shipgate.testing.Json.json;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shipgate.testing.LiveRules;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(LiveRules.Profile.class)
class RuleHistoryTest {

    private final String rule = "a rule with 5 % of a history/" + UUID.randomUUID();

    @BeforeEach
    void shippedRules() {
        LiveRules.reset();
    }

    private void save(String condition) {
        LiveRules.save(
                "load-gate/history.drl",
                "package shipgate.loadgate\n\nrule \"" + rule + "\"\nwhen\n    " + condition + "\nthen\nend\n");
    }

    private static JsonNode changes(String name) {
        return json(given().pathParam("name", name)
                        .get("/v1/rules/{name}/history")
                        .then()
                        .statusCode(200)
                        .extract()
                        .asString())
                .path("changes");
    }

    @Test
    void eachChangeOfTheTextIsToldAndNoOther() {
        save("Release(service == \"a\")");
        String first = LiveRules.activeVersion();
        LiveRules.save(
                "load-gate/other.drl", "package shipgate.loadgate\nrule \"" + rule + " of others\" when then end\n");
        save("Release(service == \"b\")");
        String second = LiveRules.activeVersion();
        LiveRules.reset();

        JsonNode changes = changes(rule);
        assertThat(changes).hasSize(3);
        assertThat(changes.at("/2/version").asText()).isEqualTo(first);
        assertThat(changes.at("/1/version").asText()).isEqualTo(second);
        assertThat(changes.at("/1/by").asText()).isEqualTo("file");
        assertThat(changes.at("/1/difference").asText())
                .contains(
                        "--- a/load-gate/history.drl",
                        "-    Release(service == \"a\")",
                        "+    Release(service == \"b\")");
        assertThat(changes.at("/0/difference").asText()).contains("+++ /dev/null");
        assertThat(changes.at("/0/message").isNull()).isTrue();
    }

    @Test
    void ofARuleThatNeverWasNothingIsKnown() {
        given().get("/v1/rules/no%20such%20rule/history")
                .then()
                .statusCode(404)
                .contentType("application/problem+json");
        given().get("/v1/rules/no%20such%20rule/history?limit=1").then().statusCode(400);
    }
}
