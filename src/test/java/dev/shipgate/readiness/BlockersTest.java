package dev.shipgate.readiness;

import static dev.shipgate.readiness.Releases.CALM;
import static dev.shipgate.readiness.Releases.GOOD_GATE;
import static dev.shipgate.readiness.Releases.SLOW_GATE;
import static dev.shipgate.readiness.Releases.STORM;
import static dev.shipgate.readiness.Releases.blockers;
import static dev.shipgate.readiness.Releases.capacity;
import static dev.shipgate.readiness.Releases.evaluate;
import static dev.shipgate.readiness.Releases.part;
import static dev.shipgate.readiness.Releases.release;
import static dev.shipgate.testing.Json.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The conditions that make a release ready, and each reason why it is not. */
@QuarkusTest
class BlockersTest {

    @Test
    void aReleaseOfWhichEveryPartIsGoodIsReady() {
        JsonNode answer = evaluate(
                release(part("load_gate", GOOD_GATE), part("retry_storms", CALM), part("capacity", capacity(""))));

        assertThat(answer.get("ready")).isEqualTo(json("true"));
        assertThat(answer.get("blockers")).isEqualTo(json("[]"));
    }

    @Test
    void aGoodLoadGateAloneIsReadyBecauseNothingElseIsRequired() {
        JsonNode answer = evaluate(release(part("load_gate", GOOD_GATE)));

        assertThat(answer.get("ready")).isEqualTo(json("true"));
        assertThat(answer.has("retry_storms")).isFalse();
        assertThat(answer.has("capacity")).isFalse();
    }

    @Test
    void aReleaseWithoutALoadGateIsNotReadyHoweverGoodTheRest() {
        JsonNode answer = evaluate(release(part("retry_storms", CALM), part("capacity", capacity(""))));

        assertThat(answer.get("ready")).isEqualTo(json("false"));
        assertThat(answer.get("blockers")).isEqualTo(json("""
                [{"part":"load_gate","reason":"required_part_missing",
                  "detail":"The policy requires a load gate, and the request has none.",
                          "rule":"a release needs a load gate"}]"""));
        assertThat(answer.has("load_gate")).isFalse();
    }

    @Test
    void anEmptyReleaseIsNotReady() {
        JsonNode answer = evaluate("{}");

        assertThat(answer.get("ready")).isEqualTo(json("false"));
        assertThat(blockers(answer)).containsExactly("load_gate: required_part_missing");
    }

    @Test
    void aLoadGateThatDoesNotShipBlocks() {
        assertThat(evaluate(release(part("load_gate", SLOW_GATE))).get("blockers"))
                .isEqualTo(json("""
                        [{"part":"load_gate","reason":"gate_does_not_ship","detail":"Failures of the load gate: 1.",
                          "rule":"the load gate does not ship"}]"""));
        assertThat(blockers(evaluate(release(part("load_gate", "{}")))))
                .containsExactly("load_gate: gate_does_not_ship");
    }

    @Test
    void aStormBlocks() {
        assertThat(evaluate(release(part("load_gate", GOOD_GATE), part("retry_storms", STORM)))
                        .get("blockers"))
                .isEqualTo(json("""
                        [{"part":"retry_storms","reason":"retry_storm",
                          "detail":"Points at which retries amplified a failing dependency: 2.",
                          "rule":"there was a retry storm"}]"""));
    }

    @Test
    void aPointThatWasNotEvaluatedBlocks() {
        assertThat(evaluate(release(
                                part("load_gate", GOOD_GATE), part("retry_storms", "{\"points\":[{\"minute\":0}]}")))
                        .get("blockers"))
                .isEqualTo(json("""
                        [{"part":"retry_storms","reason":"points_not_evaluated",
                          "detail":"Points that lack what is needed to judge them: 1.",
                          "rule":"a point of traffic could not be judged"}]"""));
    }

    @Test
    void trafficWithoutPointsBlocks() {
        assertThat(blockers(evaluate(release(part("load_gate", GOOD_GATE), part("retry_storms", "{\"points\":[]}")))))
                .containsExactly("retry_storms: no_points");
    }

    @Test
    void anUnconfirmedCapacityBlocks() {
        assertThat(evaluate(release(part("load_gate", GOOD_GATE), part("capacity", capacity("\"sustained_steps\":2"))))
                        .get("blockers"))
                .isEqualTo(json("""
                        [{"part":"capacity","reason":"capacity_not_confirmed",
                          "detail":"The outcome of the step-load test is unconfirmed.",
                          "rule":"capacity is not confirmed"}]"""));
    }

    @Test
    void aCapacityOfNothingBlocksAndIsBelowWhateverIsRequired() {
        String nothing = "{\"p95_budget_ms\":800,\"error_budget\":0.01,\"steps\":[]%s}";

        assertThat(blockers(evaluate(release(part("load_gate", GOOD_GATE), part("capacity", nothing.formatted(""))))))
                .containsExactly("capacity: capacity_not_confirmed");
        assertThat(evaluate(release(
                                part("load_gate", GOOD_GATE),
                                part("capacity", nothing.formatted(",\"required_concurrency\":1"))))
                        .get("blockers"))
                .isEqualTo(json("""
                        [{"part":"capacity","reason":"capacity_not_confirmed",
                          "detail":"The outcome of the step-load test is none.",
                          "rule":"capacity is not confirmed"},
                         {"part":"capacity","reason":"capacity_below_required",
                          "detail":"Supports no concurrent requests; 1 are required.",
                          "rule":"capacity is required and none is supported"}]"""));
    }

    @Test
    void aCapacityThatNeverBrokeIsGoodEnough() {
        assertThat(blockers(evaluate(release(part("load_gate", GOOD_GATE), part("capacity", """
                        {"p95_budget_ms":800,"error_budget":0.01,"required_concurrency":50,
                         "steps":[{"concurrency":50,"p95_ms":1,"error_rate":0}]}""")))))
                .isEmpty();
    }

    @ParameterizedTest(name = "100 supported, {0} required: ready {1}")
    @CsvSource({"99, true", "100, true", "101, false"})
    void theSupportedCapacityMustReachWhatIsRequired(int required, boolean ready) {
        JsonNode answer = evaluate(release(
                part("load_gate", GOOD_GATE), part("capacity", capacity("\"required_concurrency\":" + required))));

        assertThat(answer.get("ready").booleanValue()).isEqualTo(ready);
        assertThat(answer.get("blockers")).isEqualTo(json(ready ? "[]" : """
                [{"part":"capacity","reason":"capacity_below_required",
                  "detail":"Supports 100 concurrent requests; 101 are required.",
                          "rule":"capacity is below what is required"}]"""));
    }

    @Test
    void everythingThatBlocksIsToldAtOnceInTheOrderOfTheParts() {
        String stormAndGap = STORM.replace("]}", ",{\"minute\":2}]}");
        JsonNode answer = evaluate(release(
                part("capacity", capacity("\"sustained_steps\":2,\"required_concurrency\":200")),
                part("retry_storms", stormAndGap),
                part("load_gate", SLOW_GATE)));

        assertThat(answer.get("ready")).isEqualTo(json("false"));
        assertThat(blockers(answer))
                .containsExactly(
                        "load_gate: gate_does_not_ship",
                        "retry_storms: retry_storm",
                        "retry_storms: points_not_evaluated",
                        "capacity: capacity_not_confirmed",
                        "capacity: capacity_below_required");
    }
}
