package dev.shipgate.rulesets;

import static dev.shipgate.testing.Json.json;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shipgate.testing.LiveRules;
import dev.shipgate.testing.RunningService;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(LiveRules.Profile.class)
class RuleLivenessTest {

    private final String rule = "fires for a service of its own " + UUID.randomUUID();
    private final String service = UUID.randomUUID().toString();

    @BeforeEach
    void aRuleThatFiresForOneService() {
        LiveRules.reset();
        LiveRules.save("load-gate/liveness.drl", """
                package shipgate.loadgate
                import dev.shipgate.decision.Release
                rule "%s" when Release(service == "%s") then end
                """.formatted(rule, service));
    }

    @Test
    void aRuleWhoseTextIsChangedStartsAnew() {
        RunningService.answer("/v1/load-gate", "{\"service\":\"" + service + "\"}");
        assertThat(row("/v1/rules").path("fired").asInt()).isEqualTo(1);

        LiveRules.edit("load-gate/liveness.drl", "when Release", "when  Release");
        assertThat(row("/v1/rules").path("never_fired").asBoolean()).isTrue();

        LiveRules.edit("load-gate/liveness.drl", "when  Release", "when Release");
        assertThat(row("/v1/rules").path("fired").asInt()).isEqualTo(1);
    }

    private JsonNode row(String path) {
        JsonNode answer = json(given().get(path).asString());
        return StreamSupport.stream(answer.path("rules").spliterator(), false)
                .filter(candidate -> candidate.path("rule").asText().equals(rule))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aRuleThatNeverFiredIsMarked() {
        for (String path : new String[] {"/v1/rules", "/v1/rulesets/active"}) {
            JsonNode row = row(path);
            assertThat(row.path("fired").asInt(-1)).isZero();
            assertThat(row.path("last_fired").isNull()).isTrue();
            assertThat(row.path("never_fired").asBoolean()).isTrue();
        }
    }

    @Test
    void aRuleIsCountedFromTheRecordsOfDecisions() {
        RunningService.answer("/v1/load-gate", "{\"service\":\"" + service + "\"}");
        JsonNode last = RunningService.answer("/v1/load-gate", "{\"service\":\"" + service + "\"}");
        RunningService.answer("/v1/load-gate", "{\"service\":\"another\"}");
        JsonNode row = row("/v1/rules");
        assertThat(row.path("fired").asInt()).isEqualTo(2);
        assertThat(row.path("last_fired")).isEqualTo(last.path("evaluated_at"));
        assertThat(row.path("never_fired").asBoolean()).isFalse();
        assertThat(row.path("file").asText()).isEqualTo("load-gate/liveness.drl");
    }
}
