package dev.shipgate.capacity;

import static dev.shipgate.capacity.StepLoad.bodyWith;
import static dev.shipgate.capacity.StepLoad.evaluate;
import static dev.shipgate.capacity.StepLoad.pointers;
import static dev.shipgate.capacity.StepLoad.refused;
import static dev.shipgate.capacity.StepLoad.step;
import static dev.shipgate.testing.Json.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

/** Which budget holds, and which steps are within it. */
@QuarkusTest
class CapacityBudgetTest {

    private static final String CALLER = "\"p95_budget_ms\":800,\"error_budget\":0.01";

    /** The policy gives 800 ms and 0.01. */
    private static final String PRODUCTION = "\"service\":\"voice-agent\",\"environment\":\"production\"";

    /** The policy gives 1000 ms and 0.01. */
    private static final String STAGING = "\"service\":\"voice-agent\",\"environment\":\"staging\"";

    @Test
    void aStepAtBothLimitsPasses() {
        assertThat(steps(bodyWith(CALLER, step(50, 800, 0.01)))).isEqualTo(json("""
                [{"concurrency":50,"passes":true,"role":"supported","violated":[],"p95_ms":800,"error_rate":0.01}]"""));
    }

    @Test
    void aStepAtTheNextDoubleAboveALimitFails() {
        assertThat(steps(bodyWith(CALLER, step(50, Math.nextUp(800.0), 0.01), step(50, 800, Math.nextUp(0.01)))))
                .isEqualTo(json("""
                        [{"concurrency":50,"passes":false,"role":"break","violated":["latency"],
                          "p95_ms":800.0000000000001,"error_rate":0.01},
                         {"concurrency":50,"passes":false,"role":"after_break","violated":["errors"],
                          "p95_ms":800,"error_rate":0.010000000000000002}]"""));
    }

    @Test
    void limitsOfZeroPassOnlyZero() {
        assertThat(steps(bodyWith(
                        "\"p95_budget_ms\":0,\"error_budget\":0",
                        step(1, 0, 0),
                        step(2, Double.MIN_VALUE, Double.MIN_VALUE))))
                .isEqualTo(json("""
                        [{"concurrency":1,"passes":true,"role":"supported","violated":[],"p95_ms":0,"error_rate":0},
                         {"concurrency":2,"passes":false,"role":"break","violated":["latency","errors"],
                          "p95_ms":4.9E-324,"error_rate":4.9E-324}]"""));
    }

    @Test
    void violationsNameWhatIsMissingThenLatencyThenErrors() {
        assertThat(steps(bodyWith(CALLER, step(1, 900, 0.5), """
                {"concurrency":2,"p95_ms":900}""", """
                {"concurrency":3,"error_rate":0.5}""", """
                {"concurrency":4}""")).findValues("violated"))
                .containsExactly(
                        json("[\"latency\",\"errors\"]"),
                        json("[\"missing_metrics\",\"latency\"]"),
                        json("[\"missing_metrics\",\"errors\"]"),
                        json("[\"missing_metrics\"]"));
    }

    @Test
    void aStepWithAMissingOrNullMetricDoesNotPass() {
        JsonNode answer = evaluate(bodyWith(CALLER, step(1, 100, 0), """
                {"concurrency":2,"p95_ms":100}""", """
                {"concurrency":3,"p95_ms":null,"error_rate":0}"""));

        assertThat(answer.get("steps")).isEqualTo(json("""
                [{"concurrency":1,"passes":true,"role":"supported","violated":[],"p95_ms":100,"error_rate":0},
                 {"concurrency":2,"passes":false,"role":"break","violated":["missing_metrics"],
                  "p95_ms":100,"error_rate":null},
                 {"concurrency":3,"passes":false,"role":"after_break","violated":["missing_metrics"],
                  "p95_ms":null,"error_rate":0}]"""));
        assertThat(answer.get("p95_ms")).isEqualTo(json("100"));
        assertThat(answer.get("error_rate")).isEqualTo(json("null"));
    }

    @Test
    void thePolicysBudgetHoldsWhereTheCallerHasNone() {
        assertThat(maxSupported(bodyWith(PRODUCTION, step(50, 800, 0.01), step(100, 801, 0.01))))
                .isEqualTo(json("50"));
        assertThat(maxSupported(bodyWith(STAGING, step(50, 1000, 0.01), step(100, 1001, 0.01))))
                .isEqualTo(json("50"));
    }

    @Test
    void ofPolicyAndCallerTheStricterLimitHoldsForEachMetric() {
        String stricterOnLatency = PRODUCTION + ",\"p95_budget_ms\":500,\"error_budget\":0.5";
        String stricterOnErrors = PRODUCTION + ",\"p95_budget_ms\":5000,\"error_budget\":0.001";
        String[] steps = {
            step(50, 500, 0.001),
            step(100, 501, 0.001),
            step(100, 500, 0.002),
            step(200, 801, 0.001),
            step(200, 500, 0.011)
        };

        assertThat(steps(bodyWith(stricterOnLatency, steps)).findValues("violated"))
                .containsExactly(
                        json("[]"), json("[\"latency\"]"), json("[]"), json("[\"latency\"]"), json("[\"errors\"]"));
        assertThat(steps(bodyWith(stricterOnErrors, steps)).findValues("violated"))
                .containsExactly(
                        json("[]"), json("[]"), json("[\"errors\"]"), json("[\"latency\"]"), json("[\"errors\"]"));
    }

    @Test
    void oneLimitOfTheCallerLeavesTheOtherToThePolicy() {
        assertThat(steps(bodyWith(PRODUCTION + ",\"p95_budget_ms\":500", step(50, 501, 0.01), step(100, 500, 0.02)))
                        .findValues("violated"))
                .containsExactly(json("[\"latency\"]"), json("[\"errors\"]"));
    }

    @Test
    void theLimitsOfThePolicyAreToldWithTheRuleThatSetThem() {
        assertThat(limits(bodyWith(PRODUCTION, step(50, 100, 0)))).isEqualTo(json("""
                {"p95_ms":800,"p95_source":"policy",
                 "p95_rule":"voice-agent in production: what a turn may take under load",
                 "error_rate":0.01,"error_rate_source":"policy",
                 "error_rate_rule":"voice-agent in production: what a turn may take under load"}"""));
    }

    @Test
    void theLimitsOfTheCallerAreToldAsTheCallers() {
        assertThat(limits(bodyWith(CALLER, step(50, 100, 0)))).isEqualTo(json("""
                {"p95_ms":800,"p95_source":"caller","error_rate":0.01,"error_rate_source":"caller"}"""));
    }

    @Test
    void theStricterLimitIsToldWithWhoSetIt() {
        assertThat(limits(bodyWith(STAGING + ",\"p95_budget_ms\":500,\"error_budget\":0.5", step(50, 100, 0))))
                .isEqualTo(json("""
                        {"p95_ms":500,"p95_source":"caller","error_rate":0.01,"error_rate_source":"policy",
                         "error_rate_rule":"voice-agent in staging: what a turn may take under load"}"""));
    }

    @Test
    void ofEqualLimitsThatOfThePolicyIsTold() {
        assertThat(limits(bodyWith(PRODUCTION + "," + CALLER)))
                .isEqualTo(limits(bodyWith(PRODUCTION, step(50, 100, 0))));
    }

    @Test
    void withoutAnyBudgetTheRequestIsRefusedAndBothLimitsAreNamed() {
        JsonNode problem = refused(422, bodyWith("\"service\":\"search\"", step(50, 100, 0)));

        assertThat(pointers(problem)).containsExactly("/p95_budget_ms", "/error_budget");
        assertThat(problem.at("/errors/0/detail").textValue())
                .isEqualTo("is missing, and the policy has none for the service search and no environment."
                        + " Send p95_budget_ms, or write the budget into rules/capacity.");
    }

    @Test
    void withoutABudgetNotEvenAnEmptyTestIsAnswered() {
        assertThat(pointers(refused(422, bodyWith("\"service\":\"search\""))))
                .containsExactly("/p95_budget_ms", "/error_budget");
    }

    @Test
    void theBudgetOfOneEnvironmentIsNoneForAnother() {
        assertThat(pointers(refused(
                        422, bodyWith("\"service\":\"voice-agent\",\"environment\":\"demo\"", step(50, 100, 0)))))
                .containsExactly("/p95_budget_ms", "/error_budget");
    }

    @Test
    void theLimitThatNeitherCallerNorPolicyGivesIsNamedAlone() {
        assertThat(pointers(refused(422, bodyWith("\"p95_budget_ms\":800", step(50, 100, 0)))))
                .containsExactly("/error_budget");
        assertThat(pointers(refused(422, bodyWith("\"error_budget\":0.01", step(50, 100, 0)))))
                .containsExactly("/p95_budget_ms");
    }

    @Test
    void oneFailingStepIsSustainedWhereTheCallerDoesNotSay() {
        JsonNode answer = evaluate(bodyWith(CALLER, step(50, 100, 0), step(100, 900, 0), step(150, 100, 0)));

        assertThat(answer.get("max_supported_concurrency")).isEqualTo(json("50"));
        assertThat(answer.get("first_failing_concurrency")).isEqualTo(json("100"));
        assertThat(answer.get("outcome").textValue()).isEqualTo("supported");
    }

    private static JsonNode steps(String body) {
        return evaluate(body).get("steps");
    }

    private static JsonNode limits(String body) {
        return evaluate(body).get("limits");
    }

    private static JsonNode maxSupported(String body) {
        return evaluate(body).get("max_supported_concurrency");
    }
}
