package dev.shipgate.docs;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shipgate.testing.LiveRules;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The OpenAPI document describes backtests as the service answers them. */
@QuarkusTest
@TestProfile(LiveRules.Profile.class)
class OpenApiBacktestTest {

    private static final String SHOW = "GET /v1/backtests/{id}";
    private static final String UNKNOWN = "/v1/backtests/5b1c8f1e-3f0e-4a57-9f53-2f3c8a4f9f10";

    @BeforeEach
    void shippedRules() {
        LiveRules.reset();
    }

    @Test
    void aBacktestIsAsItsSchemaSays() {
        given().contentType("application/json")
                .body("{\"service\":\"search\",\"routes\":{\"find\":{\"p95_ms\":300}}}")
                .post("/v1/load-gate");
        // Under these, the same is an error, so there is a flip to be told.
        LiveRules.save("load-gate/failing.drl", """
                package shipgate.loadgate
                import dev.shipgate.decision.Release
                rule "a rule that divides by zero" when Release(service == "search") then int zero = 0; int one = 1 / zero; end
                """);
        Response start = given().contentType("application/json")
                .body("{\"ruleset\":\"active\",\"last\":5}")
                .post("/v1/backtests");
        assertThat(start.statusCode()).isEqualTo(202);
        OpenApiDocument document = OpenApiDocument.served();
        JsonNode schema = document.answer("POST /v1/backtests", 202).path("schema");
        assertThat(document.violations(schema, ShownJson.tree(start.asString())))
                .isEmpty();
        String location = start.header("Location");
        await().atMost(Duration.ofMinutes(1))
                .until(() -> !"running".equals(RestAssured.get(location).path("state")));
        JsonNode done = ShownJson.tree(RestAssured.get(location).asString());
        assertThat(done.at("/flips/0/to").asText()).isEqualTo("error");
        assertThat(document.violations(schema, done)).isEmpty();
    }

    @Test
    void theBacktestsThatAreShownAreAsTheirSchemaSays() {
        OpenApiDocument document = OpenApiDocument.served();
        JsonNode shown = document.answer(SHOW, 200);
        assertThat(document.violations(shown.path("schema"), shown.at("/examples/done/value")))
                .isEmpty();
        JsonNode started = document.answer("POST /v1/backtests", 202);
        assertThat(document.violations(started.path("schema"), started.path("example")))
                .isEmpty();
    }

    @Test
    void aBacktestThatIsNotThereIsAnsweredAsShown() {
        JsonNode shown = OpenApiDocument.served().example(SHOW, 404, "");
        Response real = RestAssured.get(UNKNOWN);
        assertThat(real.statusCode()).isEqualTo(404);
        assertThat(ShownJson.differences(shown, ShownJson.tree(real.asString())))
                .isEmpty();
    }
}
