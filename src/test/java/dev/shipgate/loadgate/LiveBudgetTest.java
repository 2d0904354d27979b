package dev.shipgate.loadgate;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

import dev.shipgate.testing.LiveRules;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(LiveRules.Profile.class)
class LiveBudgetTest {

    @BeforeEach
    void shippedRules() {
        LiveRules.reset();
    }

    @Test
    void aBudgetOfAServiceOfOnesOwnDecidesTheNextRequest() {
        String body = """
                {"service":"search","routes":{"find":{"p95_ms":100,"error_rate":0,"cost_per_success":0,"task_success_delta":0}}}""";
        given().contentType("application/json")
                .body(body)
                .post("/v1/load-gate")
                .then()
                .statusCode(200)
                .body("ship", equalTo(false));
        LiveRules.save("load-gate/search.drl", """
                package shipgate.loadgate
                import dev.shipgate.decision.Release
                import dev.shipgate.loadgate.Budget
                rule "search: find" when Release(service == "search") then
                    insert(new Budget("find").p95Ms(100).errorRate(0).costPerSuccess(0));
                end
                """);
        given().contentType("application/json")
                .body(body)
                .post("/v1/load-gate")
                .then()
                .statusCode(200)
                .body("ship", equalTo(true));
    }
}
