package dev.shipgate.backtest.http;

import static dev.shipgate.testing.Json.json;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shipgate.testing.LiveRules;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A backtest says of each decision what its replay says, which evaluates it in the way of requests. */
@QuarkusTest
@TestProfile(LiveRules.Profile.class)
class BacktestAgreesWithReplayTest {

    private static final int DECISIONS = 1_000;

    @BeforeEach
    void shippedRules() {
        LiveRules.reset();
    }

    @Test
    void eachVerdictIsThatOfTheReplay() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        String service = "seeded-" + UUID.randomUUID();
        Map<String, String> recorded = new TreeMap<>();
        for (int i = 0; i < DECISIONS; i++) {
            Response decision = decide(service, random);
            recorded.put(decision.path("decision_id"), decision.path("verdict"));
        }
        LiveRules.edit("load-gate/conditions.drl", "package shipgate.loadgate", """
                package shipgate.loadgate
                import dev.shipgate.loadgate.Failure
                import dev.shipgate.loadgate.RouteMetrics
                rule "fast enough is not good enough" when $r : RouteMetrics(p95Ms > 300) then
                    insert(new Failure($r.route(), "slow", "Too slow."));
                end
                """);
        String version = LiveRules.activeVersion();
        LiveRules.reset();

        Map<String, String> flips = new TreeMap<>();
        JsonNode result = Backtesting.run(
                ((ObjectNode) json("{}")).put("ruleset", version).put("service", service));
        String cursor = "";
        do {
            JsonNode page = Backtesting.get(
                    "/v1/backtests/" + result.path("backtest_id").asText() + "?limit=500" + cursor);
            page.path("flips")
                    .forEach(flip -> flips.put(
                            flip.path("decision_id").asText(), flip.path("to").asText()));
            cursor = page.hasNonNull("next_cursor")
                    ? "&cursor=" + page.path("next_cursor").asText()
                    : "";
        } while (!cursor.isEmpty());

        Map<String, String> replayed = new TreeMap<>();
        recorded.forEach((id, verdict) -> {
            String now = given().post("/v1/decisions/" + id + "/replay?ruleset=" + version)
                    .path("replayed.verdict");
            if (!now.equals(verdict)) {
                replayed.put(id, now);
            }
        });
        assertThat(result.path("evaluated").asInt()).isEqualTo(DECISIONS);
        assertThat(flips).as("seed " + seed).isEqualTo(replayed).isNotEmpty();
        assertThat(result.at("/summary/unchanged").asInt()).isEqualTo(DECISIONS - flips.size());
    }

    private static Response decide(String service, Random random) {
        return given().contentType("application/json")
                .body("""
                        {"service":"%s","environment":"production",
                         "routes":{"find":{"p95_ms":%d,"error_rate":%s,"cost_per_success":0.01,"task_success_delta":0}},
                         "budgets":{"find":{"p95_ms":400,"error_rate":0.01,"cost_per_success":1}}}""".formatted(service, 200 + random.nextInt(300), random.nextInt(15) / 1_000.0))
                .post("/v1/load-gate");
    }
}
