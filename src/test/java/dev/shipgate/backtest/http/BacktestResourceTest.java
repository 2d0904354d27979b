package dev.shipgate.backtest.http;

import static dev.shipgate.testing.Json.json;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shipgate.testing.LiveRules;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Backtests over HTTP, on decisions that the same service made. */
@QuarkusTest
@TestProfile(LiveRules.Profile.class)
class BacktestResourceTest {

    /** No other test has decisions on it. */
    private final String service = "service-" + UUID.randomUUID();

    @BeforeEach
    void shippedRules() {
        LiveRules.reset();
    }

    @Test
    void tellsWhichDecisionsFlipAndWhy() {
        String passed = Backtesting.decide(service, 300, 400);
        String blocked = Backtesting.decide(service, 500, 400);
        JsonNode result = Backtesting.run(Backtesting.request(Backtesting.filesWithFreeze(service), service));
        assertThat(result.path("state").asText()).isEqualTo("done");
        assertThat(result.path("evaluated").asInt()).isEqualTo(2);
        assertThat(result.path("total").asInt()).isEqualTo(2);
        assertThat(result.path("summary"))
                .isEqualTo(json("{\"unchanged\":1,\"pass_to_block\":1,\"block_to_pass\":0,\"to_error\":0,"
                        + "\"from_error\":0,\"not_evaluable\":0}"));
        assertThat(result.path("flips")).hasSize(1);
        JsonNode flip = result.at("/flips/0");
        assertThat(flip.path("decision_id").asText()).isEqualTo(passed).isNotEqualTo(blocked);
        assertThat(flip.path("from").asText()).isEqualTo("pass");
        assertThat(flip.path("to").asText()).isEqualTo("block");
        assertThat(flip.path("service").asText()).isEqualTo(service);
        assertThat(flip.path("environment").asText()).isEqualTo("staging");
        assertThat(flip.path("version").asText()).isEqualTo("1");
        assertThat(flip.path("added"))
                .isEqualTo(json("[{\"blocks\":true,\"part\":\"load_gate\",\"about\":\"\",\"reason\":\"freeze\","
                        + "\"detail\":\"Nothing ships this week.\",\"rule\":\"a freeze\"}]"));
        assertThat(flip.path("gone")).isEmpty();
        assertThat(result.path("by_rule"))
                .isEqualTo(json("[{\"rule\":\"a freeze\",\"newly_fired\":1,\"no_longer_fired\":0}]"));
        assertThat(result.at("/by_service/0/service").asText()).isEqualTo(service);
        assertThat(result.at("/by_service/0/pass_to_block").asInt()).isEqualTo(1);
        assertThat(result.path("next_cursor").isNull()).isTrue();
        assertThat(Instant.parse(result.path("kept_until").asText()))
                .isEqualTo(Instant.parse(result.path("ended_at").asText()).plusSeconds(3600));
    }

    @Test
    void startsOneAndSaysWhereItsResultWillBe() {
        Backtesting.decide(service, 300, 400);
        Response started = Backtesting.post(json("{\"ruleset\":\"active\"}").deepCopy());
        started.then()
                .statusCode(202)
                .header("Location", matchesPattern(".*/v1/backtests/[0-9a-f-]{36}"))
                .body("ruleset.version", equalTo(LiveRules.activeVersion()));
        assertThat(started.header("Location")).endsWith(started.path("backtest_id"));
        assertThat(Backtesting.ended(started.header("Location"))
                        .at("/summary/pass_to_block")
                        .isInt())
                .isTrue();
    }

    @Test
    void nothingIsRecorded() {
        Backtesting.decide(service, 300, 400);
        String before = RestAssured.get("/v1/decisions?limit=1").asString();
        Backtesting.run(Backtesting.request(Backtesting.filesWithFreeze(service), service));
        assertThat(RestAssured.get("/v1/decisions?limit=1").asString()).isEqualTo(before);
    }

    @Test
    void takesTheNewestDecisionsThatFit() {
        for (int i = 0; i < 5; i++) {
            Backtesting.decide(service, 300, 400);
        }
        given().contentType("application/json")
                .body("{\"service\":\"" + service + "\",\"points\":[]}")
                .post("/v1/retry-storms");
        ObjectNode files = Backtesting.filesWithFreeze(service);
        assertThat(total(Backtesting.request(files, service))).isEqualTo(6);
        assertThat(total(Backtesting.request(files, service).put("last", 2))).isEqualTo(2);
        assertThat(total(Backtesting.request(files, service).put("kind", "load_gate")))
                .isEqualTo(5);
        assertThat(total(Backtesting.request(files, service).put("environment", "elsewhere")))
                .isZero();
        String now = Instant.now().plusSeconds(1).toString();
        assertThat(total(Backtesting.request(files, service).put("to", now))).isEqualTo(6);
        assertThat(total(Backtesting.request(files, service).put("from", now))).isZero();
    }

    private static int total(ObjectNode body) {
        JsonNode result = Backtesting.run(body);
        assertThat(result.path("evaluated")).isEqualTo(result.path("total"));
        return result.path("total").asInt();
    }

    @Test
    void flipsArePagedNewestFirst() {
        List<String> newestFirst = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            newestFirst.add(0, Backtesting.decide(service, 300, 400));
        }
        JsonNode whole = Backtesting.run(Backtesting.request(Backtesting.filesWithFreeze(service), service));
        String location = "/v1/backtests/" + whole.path("backtest_id").asText();
        List<String> ids = new ArrayList<>();
        String cursor = "";
        int pages = 0;
        do {
            JsonNode page = Backtesting.get(location + "?limit=2" + cursor);
            page.path("flips").forEach(flip -> ids.add(flip.path("decision_id").asText()));
            cursor = page.path("next_cursor").isNull()
                    ? ""
                    : "&cursor=" + page.path("next_cursor").asText();
            pages++;
        } while (!cursor.isEmpty());
        assertThat(pages).isEqualTo(3);
        assertThat(ids).isEqualTo(newestFirst);
    }

    @Test
    void aVersionThatWasActiveCanBeTried() {
        Backtesting.decide(service, 300, 400);
        String before = LiveRules.activeVersion();
        LiveRules.save(
                "load-gate/freeze.drl",
                Backtesting.filesWithFreeze(service)
                        .path("load-gate/freeze.drl")
                        .asText());
        Backtesting.decide(service, 300, 400);
        JsonNode result =
                Backtesting.run(((ObjectNode) json("{}")).put("ruleset", before).put("service", service));
        assertThat(result.at("/summary/block_to_pass").asInt()).isEqualTo(1);
        assertThat(result.at("/summary/unchanged").asInt()).isEqualTo(1);
        assertThat(result.at("/flips/0/gone/0/reason").asText()).isEqualTo("freeze");
        assertThat(result.at("/flips/0/no_longer_fired/0").asText()).isEqualTo("a freeze");
        assertThat(result.path("by_rule"))
                .isEqualTo(json("[{\"rule\":\"a freeze\",\"newly_fired\":0,\"no_longer_fired\":1}]"));
    }

    @Test
    void decisionsThatTheRulesCannotTakeAreCountedApart() {
        String id = given().contentType("application/json")
                .body("{\"service\":\"voice-agent\",\"environment\":\"production\",\"labels\":{\"run\":\"" + service
                        + "\"},\"steps\":[]}")
                .post("/v1/capacity")
                .path("decision_id");
        ObjectNode files = Backtesting.files();
        files.put(
                "capacity/budgets.drl", "package shipgate.capacity\nrule \"no budgets\" @owner(\"a\") when then end\n");
        JsonNode result = Backtesting.run(Backtesting.request(files, "voice-agent")
                .put("kind", "capacity")
                .put("last", 1));
        assertThat(result.at("/summary/not_evaluable").asInt()).isEqualTo(1);
        assertThat(result.at("/summary/unchanged").asInt()).isZero();
        assertThat(result.path("not_evaluable"))
                .isEqualTo(json("[{\"because\":\"not_accepted\",\"decisions\":1,\"example\":\"" + id + "\"}]"));
    }

    @Test
    void rulesThatFailTurnADecisionIntoAnError() {
        Backtesting.decide(service, 300, 400);
        ObjectNode files = Backtesting.files().put("load-gate/failing.drl", """
                package shipgate.loadgate
                import dev.shipgate.decision.Release
                rule "a rule that divides by zero" @owner("sre") when Release(service == "%s")
                then int zero = 0; int one = 1 / zero; end
                """.formatted(service));
        JsonNode result = Backtesting.run(Backtesting.request(files, service));
        assertThat(result.at("/summary/to_error").asInt()).isEqualTo(1);
        assertThat(result.at("/flips/0/to").asText()).isEqualTo("error");
        assertThat(result.at("/flips/0/added/0/reason").asText()).isEqualTo("policy-evaluation-failed");
        assertThat(result.at("/flips/0/added/0/detail").asText()).contains("a rule that divides by zero");
    }

    @Test
    void cancellingOneThatHasEndedChangesNothing() {
        JsonNode result = Backtesting.run(((ObjectNode) json("{\"ruleset\":\"active\"}")).put("service", service));
        String location = "/v1/backtests/" + result.path("backtest_id").asText();
        assertThat(json(RestAssured.delete(location).asString())).isEqualTo(result);
        assertThat(Backtesting.get(location)).isEqualTo(result);
    }

    @Test
    void aValidationTellsTheSummary() {
        Backtesting.decide(service, 300, 400);
        Response answer = given().contentType("application/json")
                .body("{\"files\":" + Backtesting.filesWithFreeze(service) + "}")
                .post("/v1/rulesets/validation?backtest=1");
        answer.then().statusCode(200).body("valid", equalTo(true));
        assertThat(json(answer.asString()).path("backtest"))
                .isEqualTo(
                        json(
                                "{\"state\":\"done\",\"evaluated\":1,\"total\":1,\"summary\":{\"unchanged\":0,"
                                        + "\"pass_to_block\":1,\"block_to_pass\":0,\"to_error\":0,\"from_error\":0,\"not_evaluable\":0}}"));
    }

    @Test
    void aValidationOfRefusedRulesTellsNoBacktest() {
        String files =
                "{\"files\":{\"load-gate/a.drl\":\"package shipgate.loadgate\\nrule \\\"a\\\" when Nothing() then end\"}}";
        Response answer =
                given().contentType("application/json").body(files).post("/v1/rulesets/validation?backtest=10");
        assertThat(json(answer.asString()).path("valid").asBoolean()).isFalse();
        assertThat(json(answer.asString()).has("backtest")).isFalse();
        given().contentType("application/json")
                .body(files)
                .post("/v1/rulesets/validation?backtest=10001")
                .then()
                .statusCode(400)
                .body("detail", containsString("must be a whole number, 1 to 10000, but is \"10001\""));
    }
}
