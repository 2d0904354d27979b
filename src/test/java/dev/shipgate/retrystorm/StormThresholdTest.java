package dev.shipgate.retrystorm;

import static dev.shipgate.retrystorm.Traffic.alertingMinutes;
import static dev.shipgate.retrystorm.Traffic.body;
import static dev.shipgate.retrystorm.Traffic.bodyWith;
import static dev.shipgate.retrystorm.Traffic.evaluate;
import static dev.shipgate.retrystorm.Traffic.evaluateWithPoints;
import static dev.shipgate.retrystorm.Traffic.point;
import static dev.shipgate.testing.Json.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

/** The shipped thresholds are 1.8 attempts a turn and an error rate of 0.05; both must be reached. */
@QuarkusTest
class StormThresholdTest {

    @Test
    void alertsAtExactlyBothThresholds() {
        assertThat(evaluate(body(point(7, 10, 18, 0.05))).get("alerts")).isEqualTo(json("""
                [{"minute":7,"attempt_ratio":1.8,"dependency_error_rate":0.05,"action":"cap_retries_and_enable_fallback",
                  "rule":"retries amplify a failing dependency"}]
                """));
    }

    @Test
    void anErrorRateThatIsTheNextDoubleBelowItsThresholdDoesNotAlert() {
        assertThat(alertingMinutes(evaluate(body(point(0, 10, 18, Math.nextDown(0.05))))))
                .isEmpty();
    }

    @Test
    void anAttemptRatioBelowItsThresholdThatRoundsUpToItDoesNotAlert() {
        JsonNode answer = evaluateWithPoints(body(point(0, 1_000, 1_799, 0.5)));

        assertThat(answer.get("points")).isEqualTo(json("""
                [{"minute":0,"attempt_ratio":1.8,"storm":false}]"""));
        assertThat(answer.get("alerts")).isEqualTo(json("[]"));
    }

    @Test
    void aSingleAttemptTooFewInTenMillionTurnsDoesNotAlert() {
        assertThat(alertingMinutes(evaluate(body(
                        point(0, 10_000_000, 17_999_999, 0.5),
                        point(1, 10_000_000, 18_000_000, 0.5),
                        point(2, 10_000_000, 18_000_001, 0.5)))))
                .containsExactly(1, 2);
    }

    @Test
    void manyAttemptsAloneAndManyErrorsAloneDoNotAlert() {
        assertThat(alertingMinutes(evaluate(body(point(0, 10, 1_000, 0), point(1, 10, 10, 1)))))
                .isEmpty();
    }

    @Test
    void attemptsWithoutAnyTurnCountAsThoseOfOneTurn() {
        JsonNode answer = evaluateWithPoints(body(point(0, 0, 0, 1), point(1, 0, 1, 1), point(2, 0, 2, 1)));

        assertThat(answer.get("points")).isEqualTo(json("""
                [{"minute":0,"attempt_ratio":0,"storm":false},
                 {"minute":1,"attempt_ratio":1,"storm":false},
                 {"minute":2,"attempt_ratio":2,"storm":true}]"""));
    }

    @Test
    void theCallersThresholdsReplaceBothOfThePolicy() {
        String[] points = {
            point(0, 10, 30, Math.nextDown(0.25)), point(1, 1_000, 2_999, 0.25), point(2, 10, 30, 0.25),
        };

        assertThat(alertingMinutes(evaluate(body(points)))).containsExactly(0, 1, 2);
        assertThat(alertingMinutes(evaluate(bodyWith("""
                        "attempt_ratio_threshold":3,"dependency_error_threshold":0.25""", points)))).containsExactly(2);
    }

    @Test
    void theCallersThresholdsMayBeLowerThanThoseOfThePolicy() {
        assertThat(alertingMinutes(evaluate(bodyWith("""
                        "attempt_ratio_threshold":1.2,"dependency_error_threshold":0.01""", point(0, 10, 12, 0.01)))))
                .containsExactly(0);
    }

    @Test
    void oneThresholdOfTheCallerLeavesTheOtherToThePolicy() {
        String[] points = {point(0, 10, 15, 0.05), point(1, 10, 18, 0.02)};

        assertThat(alertingMinutes(evaluate(bodyWith("\"attempt_ratio_threshold\":1.5", points))))
                .containsExactly(0);
        assertThat(alertingMinutes(evaluate(bodyWith("\"dependency_error_threshold\":0.02", points))))
                .containsExactly(1);
    }

    @Test
    void theThresholdsOfThePolicyAreToldWithTheRuleThatSetThem() {
        assertThat(evaluate(body(point(0, 10, 18, 0.05))).get("thresholds")).isEqualTo(json("""
                {"attempt_ratio":1.8,"attempt_ratio_source":"policy",
                 "attempt_ratio_rule":"the policy says what is suspicious unless the caller does",
                 "dependency_error_rate":0.05,"dependency_error_rate_source":"policy",
                 "dependency_error_rate_rule":"the policy says what is suspicious unless the caller does"}"""));
    }

    @Test
    void theThresholdsOfTheCallerAreToldAsTheCallers() {
        assertThat(evaluate(bodyWith("""
                        "attempt_ratio_threshold":3,"dependency_error_threshold":0.25""", point(0, 10, 18, 0.05))).get("thresholds"))
                .isEqualTo(json("""
                        {"attempt_ratio":3,"attempt_ratio_source":"caller",
                         "dependency_error_rate":0.25,"dependency_error_rate_source":"caller"}"""));
    }

    @Test
    void eachThresholdIsToldWithItsOwnSource() {
        assertThat(evaluate(bodyWith("\"attempt_ratio_threshold\":1.5", point(0, 10, 15, 0.05)))
                        .get("thresholds"))
                .isEqualTo(json("""
                        {"attempt_ratio":1.5,"attempt_ratio_source":"caller",
                         "dependency_error_rate":0.05,"dependency_error_rate_source":"policy",
                         "dependency_error_rate_rule":"the policy says what is suspicious unless the caller does"}"""));
    }

    @Test
    void aThresholdThatIsTheNextDoubleAboveTheValueDoesNotAlert() {
        assertThat(alertingMinutes(
                        evaluate(bodyWith("\"attempt_ratio_threshold\":" + Math.nextUp(1.8), point(0, 10, 18, 0.05)))))
                .isEmpty();
        assertThat(alertingMinutes(evaluate(
                        bodyWith("\"dependency_error_threshold\":" + Math.nextUp(0.05), point(0, 10, 18, 0.05)))))
                .isEmpty();
    }

    @Test
    void thresholdsOfZeroAlertOnEveryJudgedPoint() {
        assertThat(alertingMinutes(evaluate(bodyWith("""
                        "attempt_ratio_threshold":0,"dependency_error_threshold":0""", point(0, 10, 0, 0))))).containsExactly(0);
    }
}
