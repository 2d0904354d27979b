package dev.shipgate.retrystorm;

import static dev.shipgate.retrystorm.Traffic.alertingMinutes;
import static dev.shipgate.retrystorm.Traffic.body;
import static dev.shipgate.retrystorm.Traffic.bodyWith;
import static dev.shipgate.retrystorm.Traffic.evaluate;
import static dev.shipgate.retrystorm.Traffic.point;
import static dev.shipgate.retrystorm.Traffic.stormyPoint;
import static dev.shipgate.testing.Json.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

/** With a baseline, a storm must also be 1.5 times the usual attempts and more than the usual errors. */
@QuarkusTest
class StormBaselineTest {

    private static final String AUTO = "\"baseline\":\"auto\"";

    @Test
    void withoutABaselineTheAnswerHasNone() {
        assertThat(evaluate(body(stormyPoint(0))).get("baseline")).isEqualTo(json("null"));
        assertThat(evaluate(bodyWith("\"baseline\":null", stormyPoint(0))).get("baseline"))
                .isEqualTo(json("null"));
    }

    @Test
    void alertsAtExactlyOneAndAHalfTimesTheUsualAttempts() {
        JsonNode answer = evaluate(bodyWith(usual(2, 0.05), point(0, 10, 30, 0.06)));

        assertThat(alertingMinutes(answer)).containsExactly(0);
        assertThat(answer.get("baseline")).isEqualTo(json("""
                {"attempt_ratio":2,"dependency_error_rate":0.05,"source":"caller"}"""));
    }

    /** The contract says so; the baseline that is compared keeps all of its digits. */
    @Test
    void usualAttemptsHaveTwoDecimalsAndTheErrorRateIsAsSent() {
        assertThat(evaluate(bodyWith(usual(1.0372, 0.0123456789), point(0, 10, 30, 0.06)))
                        .get("baseline"))
                .isEqualTo(json("""
                {"attempt_ratio":1.04,"dependency_error_rate":0.0123456789,"source":"caller"}"""));
    }

    @Test
    void theThresholdThatFollowsFromTheUsualAttemptsIsTold() {
        assertThat(evaluate(bodyWith(usual(2, 0.01) + ",\"dependency_error_threshold\":0.1", point(0, 10, 10, 0)))
                        .get("thresholds"))
                .isEqualTo(json("""
                        {"attempt_ratio":3,"attempt_ratio_source":"policy",
                         "attempt_ratio_rule":"a storm is at the thresholds and well beyond what is usual",
                         "dependency_error_rate":0.1,"dependency_error_rate_source":"caller"}"""));
    }

    @Test
    void justBelowOneAndAHalfTimesTheUsualAttemptsDoesNotAlert() {
        assertThat(alertingMinutes(evaluate(bodyWith(usual(2, 0.05), point(0, 1_000_000, 2_999_999, 0.06)))))
                .isEmpty();
        assertThat(alertingMinutes(evaluate(bodyWith(usual(Math.nextUp(2), 0.05), point(0, 10, 30, 0.06)))))
                .isEmpty();
    }

    @Test
    void theUsualErrorRateDoesNotAlertAndTheNextDoubleAboveItDoes() {
        assertThat(alertingMinutes(
                        evaluate(bodyWith(usual(1, 0.2), point(0, 10, 30, 0.2), point(1, 10, 30, Math.nextUp(0.2))))))
                .containsExactly(1);
    }

    @Test
    void theThresholdsHoldBesideALowBaseline() {
        assertThat(alertingMinutes(evaluate(bodyWith(
                        usual(0.5, 0), point(0, 10, 17, 0.5), point(1, 10, 30, 0.04), point(2, 10, 18, 0.05)))))
                .containsExactly(2);
    }

    @Test
    void theCallersThresholdsAndBaselineHoldTogether() {
        assertThat(alertingMinutes(evaluate(bodyWith(
                        usual(2, 0.1) + ",\"attempt_ratio_threshold\":4",
                        point(0, 10, 39, 0.5),
                        point(1, 10, 40, 0.5)))))
                .containsExactly(1);
    }

    @Test
    void anAutomaticBaselineIsTheMiddleOneOfAnOddNumberOfCalmMinutes() {
        JsonNode answer = evaluate(bodyWith(
                AUTO,
                point(0, 10, 14, 0.03),
                point(1, 10, 10, 0.01),
                stormyPoint(2),
                stormyPoint(3),
                stormyPoint(4),
                stormyPoint(5),
                point(6, 10, 12, 0.02)));

        assertThat(answer.get("baseline")).isEqualTo(json("""
                {"attempt_ratio":1.2,"dependency_error_rate":0.02,"source":"auto"}"""));
        assertThat(alertingMinutes(answer)).containsExactly(2, 3, 4, 5);
    }

    @Test
    void theBaselineOfEvenCalmMinutesIsTheMeanOfTheMiddleTwo() {
        JsonNode answer = evaluate(bodyWith(
                AUTO, point(0, 10, 17, 0.04), point(1, 10, 10, 0), point(2, 10, 12, 0.03), point(3, 10, 11, 0.02)));

        assertThat(answer.get("baseline")).isEqualTo(json("""
                {"attempt_ratio":1.15,"dependency_error_rate":0.025,"source":"auto"}"""));
    }

    @Test
    void anAutomaticBaselineOfASingleCalmMinuteIsThatMinute() {
        assertThat(evaluate(bodyWith(AUTO, stormyPoint(0), point(1, 10, 11, 0.01)))
                        .get("baseline"))
                .isEqualTo(json("""
                        {"attempt_ratio":1.1,"dependency_error_rate":0.01,"source":"auto"}"""));
    }

    @Test
    void manyAttemptsWithoutErrorsCountForAnAutomaticBaseline() {
        // Two attempts a turn are usual here, so the three of minute 3 are just enough and 2.9 are not.
        JsonNode answer = evaluate(bodyWith(
                AUTO,
                point(0, 10, 20, 0),
                point(1, 10, 20, 0),
                point(2, 10, 29, 0.5),
                point(3, 10, 30, 0.5),
                point(4, 10, 20, 0)));

        assertThat(answer.get("baseline").get("attempt_ratio")).isEqualTo(json("2"));
        assertThat(alertingMinutes(answer)).containsExactly(3);
    }

    @Test
    void theCallersThresholdsSayWhichMinutesMakeTheBaseline() {
        String[] points = {point(0, 10, 10, 0), point(1, 10, 15, 0.03), point(2, 10, 15, 0.03)};

        assertThat(evaluate(bodyWith(AUTO, points)).get("baseline").get("attempt_ratio"))
                .isEqualTo(json("1.5"));
        assertThat(evaluate(bodyWith(
                                AUTO + ",\"attempt_ratio_threshold\":1.5,\"dependency_error_threshold\":0.03", points))
                        .get("baseline")
                        .get("attempt_ratio"))
                .isEqualTo(json("1"));
    }

    @Test
    void aMinuteThatLacksAFieldDoesNotCountForAnAutomaticBaseline() {
        assertThat(evaluate(bodyWith(AUTO, point(0, 10, 10, 0.01), """
                        {"minute":1,"user_turns":10,"service_attempts":90}""")).get("baseline"))
                .isEqualTo(json("""
                        {"attempt_ratio":1,"dependency_error_rate":0.01,"source":"auto"}"""));
    }

    @Test
    void withoutACalmMinuteTheAnswerSaysThatThresholdsDecide() {
        JsonNode answer = evaluate(bodyWith(AUTO, point(0, 10, 20, 0.1), point(1, 10, 20, 0.1)));

        assertThat(answer.get("baseline")).isEqualTo(json("""
                {"attempt_ratio":null,"dependency_error_rate":null,"source":"none",
                 "detail":"0 of 2 minutes with traffic are below the error threshold. To call them usual, at least one in four must be, so the thresholds alone decide.",
                 "rule":"too few minutes are calm to say what is usual"}"""));
        assertThat(alertingMinutes(answer)).containsExactly(0, 1);
    }

    @Test
    void aMinuteBeyondTheErrorThresholdIsNotUsualForFewRetries() {
        JsonNode answer =
                evaluate(bodyWith(AUTO, point(0, 100, 100, 0.01), point(1, 100, 150, 0.5), point(2, 100, 200, 0.5)));

        assertThat(answer.get("baseline")).isEqualTo(json("""
                {"attempt_ratio":1,"dependency_error_rate":0.01,"source":"auto"}"""));
        assertThat(alertingMinutes(answer)).containsExactly(2);
    }

    @Test
    void aMinuteWithoutTrafficIsNotUsual() {
        assertThat(evaluate(bodyWith(AUTO, point(0, 0, 0, 0), point(1, 0, 3, 0), point(2, 100, 110, 0.02)))
                        .get("baseline"))
                .isEqualTo(json("""
                        {"attempt_ratio":1.1,"dependency_error_rate":0.02,"source":"auto"}"""));
    }

    @Test
    void oneCalmMinuteInFourIsEnoughAndOneInFiveIsNot() {
        String[] oneInFour = {point(0, 10, 11, 0.01), stormyPoint(1), stormyPoint(2), stormyPoint(3)};
        String[] oneInFive = {point(0, 10, 11, 0.01), stormyPoint(1), stormyPoint(2), stormyPoint(3), stormyPoint(4)};

        assertThat(evaluate(bodyWith(AUTO, oneInFour)).get("baseline").get("source"))
                .isEqualTo(json("\"auto\""));
        assertThat(evaluate(bodyWith(AUTO, oneInFive)).get("baseline").get("source"))
                .isEqualTo(json("\"none\""));
    }

    @Test
    void withoutPointsThereIsNoAutomaticBaseline() {
        assertThat(evaluate(bodyWith(AUTO)).get("baseline").get("source")).isEqualTo(json("\"none\""));
    }

    private static String usual(double attemptRatio, double dependencyErrorRate) {
        return """
                "baseline":{"attempt_ratio":%s,"dependency_error_rate":%s}""".formatted(attemptRatio, dependencyErrorRate);
    }
}
