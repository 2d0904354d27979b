package dev.shipgate.decision;

import static dev.shipgate.loadgate.GateClient.allFiveRoutes;
import static dev.shipgate.loadgate.GateClient.gate;
import static dev.shipgate.loadgate.GateClient.post;
import static dev.shipgate.loadgate.GateClient.voiceAgent;
import static io.restassured.RestAssured.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import dev.shipgate.testing.LiveRules;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** No rule fired never means ready: rules that are not there, or never fire, hold a release back. */
@QuarkusTest
@TestProfile(LiveRules.Profile.class)
class RulesTakenAwayTest {

    private static final String COMPLETE = voiceAgent(allFiveRoutes());
    private static final String READY = """
            {"service":"voice-agent","environment":"staging","load_gate":{"routes":{%s}},
             "retry_storms":{"points":[
                {"minute":0,"user_turns":100,"service_attempts":100,"dependency_error_rate":0}]},
             "capacity":{"required_concurrency":50,"steps":[{"concurrency":50,"p95_ms":400,"error_rate":0}]}}""".formatted(allFiveRoutes());

    @BeforeEach
    void shippedRules() {
        LiveRules.reset();
    }

    @Test
    void withAllRulesTheReleaseShipsAndIsReady() {
        gate(COMPLETE).statusCode(200).body("ship", equalTo(true));
        post("/v1/release-readiness", READY)
                .statusCode(200)
                .body("ready", equalTo(true))
                .body("blockers", empty());
    }

    @Test
    void anEmptyRulesFolderIsRefusedAndTheRulesBeforeGoOnDeciding() {
        String before = LiveRules.activeVersion();
        LiveRules.delete("load-gate", "retry-storm", "capacity", "readiness");

        gate(COMPLETE).statusCode(200).body("ship", equalTo(true)).body("ruleset.version", equalTo(before));
        get("/v1/rulesets/active")
                .then()
                .body("version", equalTo(before))
                .body("attempted.outcome", equalTo("refused"))
                .body("attempted.diagnostics.code", contains("no-rules"))
                .body("attempted.diagnostics[0].message", startsWith("There is no .drl file."));
        get("/q/health/ready")
                .then()
                .statusCode(200)
                .body("checks.find { it.name == 'ruleset' }.data.state", equalTo("DEGRADED"));
    }

    @Test
    void withoutTheConditionsNothingShips() {
        LiveRules.delete("load-gate/conditions.drl");

        gate(COMPLETE)
                .statusCode(200)
                .body("ship", equalTo(false))
                .body("checks", hasSize(15))
                .body("checks.outcome", everyItem(equalTo("not_evaluated")))
                .body("failures", hasSize(15))
                .body("failures.reason", everyItem(equalTo("not_evaluated")));
    }

    @Test
    void withoutOneConditionNothingShips() {
        LiveRules.edit(
                "load-gate/conditions.drl", "insert(Check.pass($route, \"errors\", $observed, $limit, $source));", "");

        gate(COMPLETE)
                .statusCode(200)
                .body("ship", equalTo(false))
                .body("failures", hasSize(5))
                .body("failures.reason", everyItem(equalTo("not_evaluated")))
                .body("failures[0].detail", equalTo("No rule evaluated the check errors."));
    }

    @Test
    void aLimitOnAMetricOfThePolicysOwnThatNoRuleChecksDoesNotShip() {
        LiveRules.save("load-gate/own.drl", """
                package shipgate.loadgate
                import dev.shipgate.decision.Release
                import dev.shipgate.loadgate.MetricLimit
                rule "time to first token" when Release(service == "voice-agent") then
                    insert(new MetricLimit("book_table", "ttft_p95_ms", 300));
                end
                """);
        String measured = COMPLETE.replaceFirst("640", "640,\"ttft_p95_ms\":200");
        gate(measured).statusCode(200).body("ship", equalTo(true)).body("checks", hasSize(16));
        gate(COMPLETE)
                .statusCode(200)
                .body("ship", equalTo(false))
                .body("failures.reason", contains("missing_metrics"))
                .body("checks.find { it.check == 'ttft_p95_ms' }.outcome", equalTo("not_evaluated"));

        LiveRules.delete("load-gate/metric-limits.drl");
        gate(measured)
                .statusCode(200)
                .body("ship", equalTo(false))
                .body("failures.reason", contains("not_evaluated"))
                .body("failures[0].observed", equalTo(200))
                .body("failures[0].limit", equalTo(300));
    }

    @Test
    void withoutAnyRulesOfTheLoadGateNothingShips() {
        LiveRules.delete("load-gate");

        gate(COMPLETE)
                .statusCode(200)
                .body("ship", equalTo(false))
                .body("rules_fired", hasSize(0))
                .body("failures", hasSize(15))
                .body("failures.reason", everyItem(equalTo("not_evaluated")));
        gate("{}")
                .statusCode(200)
                .body("ship", equalTo(false))
                .body("failures.reason", contains("not_evaluated"))
                .body("failures[0].detail", equalTo("There was no route to evaluate."));
    }

    @Test
    void withoutTheRulesOfAPartNoReleaseIsReady() {
        for (String folder : List.of("load-gate", "retry-storm", "readiness")) {
            LiveRules.reset();
            LiveRules.delete(folder);
            notReady();
        }
    }

    @Test
    void withoutTheRulesOfCapacityAReleaseIsNotEvenAnswered() {
        LiveRules.delete("capacity");
        // Nobody has a budget for the steps any more: the contract calls that a request that lacks something.
        post("/v1/release-readiness", READY).statusCode(422);
    }

    @Test
    void withoutAnyOneFileOfRulesAReleaseIsNotReady() {
        for (String file : List.of(
                "load-gate/budgets.drl",
                "load-gate/conditions.drl",
                "load-gate/resolution.drl",
                "retry-storm/conditions.drl",
                "retry-storm/thresholds.drl",
                "capacity/break.drl",
                "capacity/steps.drl",
                "readiness/blockers.drl")) {
            LiveRules.reset();
            LiveRules.delete(file);
            notReady();
        }
    }

    @Test
    void everyPartThatNoRuleJudgesIsABlocker() {
        LiveRules.delete("readiness");

        post("/v1/release-readiness", READY)
                .statusCode(200)
                .body("ready", equalTo(false))
                .body("blockers.part", contains("load_gate", "retry_storms", "capacity"))
                .body("blockers.reason", everyItem(equalTo("not_judged")));
    }

    @Test
    void anAverageOverNothingIsNullAndItsRuleNeverFires() {
        LiveRules.save("load-gate/own.drl", """
                package shipgate.loadgate
                import dev.shipgate.loadgate.*
                rule "canaries are quick on average" when
                    accumulate(RouteMetrics(route str[startsWith] "canary", $p95 : p95Ms); $average : average($p95))
                then
                    insert(Check.pass("small_talk", "canary_latency", (Double) $average, 100.0, "policy"));
                end
                """);
        assertThat(LiveRules.activeVersion())
                .isEqualTo(get("/v1/rulesets/active").path("attempted.version"));

        List<String> fired = gate(COMPLETE).statusCode(200).extract().path("rules_fired.rule");
        assertThat(fired).doesNotContain("canaries are quick on average");
    }

    @Test
    void aConditionOnAnAverageOverNothingDoesNotShip() {
        // The only rule that passes errors now asks for an average of routes that nobody measured.
        LiveRules.edit(
                "load-gate/conditions.drl",
                "$source : errorSource, errorRate <= errorLimit)",
                "$source : errorSource, errorRate <= errorLimit)\n"
                        + "    accumulate(BudgetedRoute(route str[startsWith] \"canary\", $rate : errorRate);"
                        + " $average : average($rate))");

        gate(COMPLETE)
                .statusCode(200)
                .body("ship", equalTo(false))
                .body("rules_fired.rule", not(hasItem("errors are within budget")))
                .body("failures", hasSize(5))
                .body("failures.reason", everyItem(equalTo("not_evaluated")));
    }

    private static void notReady() {
        post("/v1/release-readiness", READY).statusCode(200).body("ready", equalTo(false));
    }
}
