package dev.shipgate.backtest.http;

import static dev.shipgate.testing.Json.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.matchesPattern;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shipgate.testing.LiveRules;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Requests for backtests that are wrong, or name what is not there. */
@QuarkusTest
@TestProfile(LiveRules.Profile.class)
class BacktestInputTest {

    private final String service = "service-" + UUID.randomUUID();

    @BeforeEach
    void shippedRules() {
        LiveRules.reset();
    }

    @Test
    void rulesThatCouldNotDecideAreRefusedAsPublishingRefusesThem() {
        ObjectNode files = Backtesting.files()
                .put("load-gate/broken.drl", "package shipgate.loadgate\nrule \"broken\" when Nothing() then end\n");
        Backtesting.post(Backtesting.request(files, service))
                .then()
                .statusCode(422)
                .contentType("application/problem+json")
                .body("type", endsWith("ruleset-refused"))
                .body("version", matchesPattern("sha256:[0-9a-f]{64}"))
                .body("diagnostics.file", hasItem("load-gate/broken.drl"));
    }

    @Test
    void rulesThatFailTheirTestsAreRefused() {
        ObjectNode files = Backtesting.files().put("load-gate/wrong.test.yaml", """
                tests:
                  - name: nothing ships
                    evaluation: load_gate
                    request: {service: search}
                    expect: {verdict: pass}
                """);
        Backtesting.post(Backtesting.request(files, service))
                .then()
                .statusCode(422)
                .body("diagnostics.code", hasItem("test-failed"));
    }

    @Test
    void allProblemsOfARequestAreToldTogether() {
        Response answer = Backtesting.post(json("""
                {"ruleset":"latest","kind":"load-gate","service":"","from":"2026-11-25T10:00:00Z","to":"yesterday",
                 "last":0,"limit":5}""").deepCopy());
        answer.then().statusCode(400).contentType("application/problem+json");
        assertThat(answer.<List<String>>path("errors.pointer"))
                .containsExactlyInAnyOrder("/ruleset", "/kind", "/service", "/to", "/last", "/limit");
        assertThat(answer.<List<String>>path("errors.detail"))
                .contains(
                        "must be a version, which begins with sha256:, or active, but is the string \"latest\".",
                        "must be a whole number, 1 to 100000, but is 0.",
                        "must be an instant such as 2026-11-25T10:00:00Z, but is the string \"yesterday\".");
    }

    @Test
    void rulesHaveToBeNamedOnce() {
        Backtesting.post(json("{}").deepCopy())
                .then()
                .statusCode(400)
                .body("errors.pointer", hasItem("/ruleset"))
                .body("detail", containsString("Give the version of the rules to try"));
        Backtesting.post(Backtesting.request(Backtesting.files(), service).put("ruleset", "active"))
                .then()
                .statusCode(422)
                .body("detail", containsString("Which rules are meant?"));
        Backtesting.post(json("{\"ruleset\":\"sha256:none\"}").deepCopy())
                .then()
                .statusCode(404)
                .body("detail", containsString("There is no ruleset \"sha256:none\"."));
        Backtesting.post(json("{\"files\":{}}").deepCopy()).then().statusCode(400);
        Backtesting.post(
                        json("{\"ruleset\":\"active\",\"from\":\"2026-11-25T10:00:00Z\",\"to\":\"2026-11-24T10:00:00Z\"}")
                                .deepCopy())
                .then()
                .statusCode(400)
                .body("errors.pointer", hasItem("/from"));
    }

    @Test
    void whatIsNotThereIsNotFound() {
        for (String id : List.of(UUID.randomUUID().toString(), "x")) {
            RestAssured.get("/v1/backtests/" + id)
                    .then()
                    .statusCode(404)
                    .body("detail", containsString("There is no backtest \"" + id + "\" here."));
            RestAssured.delete("/v1/backtests/" + id).then().statusCode(404);
        }
    }
}
