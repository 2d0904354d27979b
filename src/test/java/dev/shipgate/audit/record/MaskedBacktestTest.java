package dev.shipgate.audit.record;

import static dev.shipgate.testing.Json.json;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shipgate.testing.RunningService;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import java.time.Duration;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(MaskedRecordTest.Masked.class)
class MaskedBacktestTest {

    @Test
    void aDecisionWhoseValuesWereMaskedIsNotEvaluable() {
        String id = RunningService.answer(
                        "/v1/load-gate",
                        "{\"service\":\"masked-backtest\",\"labels\":{\"author\":\"jane.doe@example.com\"}}")
                .path("decision_id")
                .asText();
        String location = given().contentType("application/json")
                .body("{\"ruleset\":\"active\",\"service\":\"masked-backtest\"}")
                .post("/v1/backtests")
                .header("Location");
        await().atMost(Duration.ofMinutes(1))
                .until(() -> !"running".equals(RestAssured.get(location).path("state")));
        JsonNode result = json(RestAssured.get(location).asString());
        assertThat(result.at("/summary/not_evaluable").asInt()).isEqualTo(1);
        assertThat(result.at("/summary/unchanged").asInt()).isZero();
        assertThat(result.path("not_evaluable"))
                .isEqualTo(json("[{\"because\":\"masked\",\"decisions\":1,\"example\":\"" + id + "\"}]"));
    }
}
