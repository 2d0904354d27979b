package dev.shipgate.retrystorm;

import static dev.shipgate.retrystorm.Traffic.body;
import static dev.shipgate.retrystorm.Traffic.calmPoint;
import static dev.shipgate.retrystorm.Traffic.evaluate;
import static dev.shipgate.retrystorm.Traffic.evaluateWithPoints;
import static dev.shipgate.retrystorm.Traffic.point;
import static dev.shipgate.retrystorm.Traffic.stormyPoint;
import static dev.shipgate.testing.Json.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The report that an answer gives of its points: windows, peaks, the layer that amplifies, and numbers for people. */
@QuarkusTest
class StormReportTest {

    /** Ties are rare: most numbers of three decimals are a little more or less as doubles. */
    @ParameterizedTest(name = "{0} attempts in {1} turns are reported as {2} ({3})")
    @CsvSource({
        "  17,   8, 2.12, an exact tie goes to the even digit below",
        "  19,   8, 2.38, an exact tie goes to the even digit above",
        " 107,  40, 2.67, 2.675 is a little less as a double",
        "1669, 200, 8.35, 8.345 is a little more as a double",
        "   7,   3, 2.33, below the middle",
        "   8,   3, 2.67, above the middle",
        "  30,  10, 3,    a whole number has no fraction",
    })
    void roundsTheExactValueOfADouble(long attempts, long turns, String reported, String why) {
        JsonNode answer = evaluateWithPoints(body(point(0, turns, attempts, 0.5)));

        assertThat(answer.at("/alerts/0/attempt_ratio")).as(why).isEqualTo(json(reported));
        assertThat(answer.at("/windows/0/peak_attempt_ratio")).as(why).isEqualTo(json(reported));
        assertThat(answer.at("/points/0/attempt_ratio")).as(why).isEqualTo(json(reported));
    }

    @Test
    void errorRatesAreNotRounded() {
        assertThat(evaluate(body(point(0, 1, 3, 0.123456789))).at("/alerts/0/dependency_error_rate"))
                .isEqualTo(json("0.123456789"));
    }

    @Test
    void aSingleAlertIsAWindow() {
        assertThat(evaluate(body(calmPoint(0), point(1, 10, 25, 0.3), calmPoint(2)))
                        .get("windows"))
                .isEqualTo(json("""
                        [{"start_minute":1,"end_minute":1,"points":1,
                          "peak_attempt_ratio":2.5,"peak_dependency_error_rate":0.3}]"""));
    }

    @Test
    void thePeaksOfAWindowMayComeFromDifferentPoints() {
        assertThat(evaluate(body(point(7, 10, 20, 0.1), point(8, 10, 20, 0.4), point(9, 10, 30, 0.2)))
                        .get("windows"))
                .isEqualTo(json("""
                        [{"start_minute":7,"end_minute":9,"points":3,
                          "peak_attempt_ratio":3,"peak_dependency_error_rate":0.4}]"""));
    }

    @Test
    void aCalmPointEndsAWindow() {
        JsonNode answer = evaluate(body(
                stormyPoint(0),
                stormyPoint(1),
                calmPoint(2),
                stormyPoint(3),
                calmPoint(4),
                calmPoint(5),
                stormyPoint(6)));

        assertThat(answer.get("windows")).isEqualTo(json("""
                [{"start_minute":0,"end_minute":1,"points":2,"peak_attempt_ratio":3,"peak_dependency_error_rate":0.5},
                 {"start_minute":3,"end_minute":3,"points":1,"peak_attempt_ratio":3,"peak_dependency_error_rate":0.5},
                 {"start_minute":6,"end_minute":6,"points":1,"peak_attempt_ratio":3,"peak_dependency_error_rate":0.5}]"""));
    }

    @Test
    void aPointThatCouldNotBeJudgedEndsAWindow() {
        JsonNode answer = evaluate(body(stormyPoint(0), "{\"minute\":1}", stormyPoint(2)));

        assertThat(answer.get("windows")).isEqualTo(json("""
                [{"start_minute":0,"end_minute":0,"points":1,"peak_attempt_ratio":3,"peak_dependency_error_rate":0.5},
                 {"start_minute":2,"end_minute":2,"points":1,"peak_attempt_ratio":3,"peak_dependency_error_rate":0.5}]"""));
    }

    /** Nobody says how far apart points are; the smallest distance tells. */
    @Test
    void minutesWithoutAPointEndAWindow() {
        assertThat(evaluate(body(stormyPoint(-5), stormyPoint(0), stormyPoint(60)))
                        .get("windows"))
                .isEqualTo(json("""
                        [{"start_minute":-5,"end_minute":0,"points":2,
                          "peak_attempt_ratio":3,"peak_dependency_error_rate":0.5},
                         {"start_minute":60,"end_minute":60,"points":1,
                          "peak_attempt_ratio":3,"peak_dependency_error_rate":0.5}]"""));
    }

    /** A layer amplifies if it makes at least 1.2 attempts of each that reaches it. */
    @ParameterizedTest(name = "{0} turns, {1} client attempts, {2} service attempts: {3}")
    @CsvSource({
        "100, 100, 200, service",
        "100, 119, 200, service",
        "100, 120, 200, both",
        "100, 170, 204, both",
        "100, 171, 204, client",
        "100, 200, 200, client",
        "  0,   0,   5, service",
        "  0,   5,   5, client",
    })
    void namesTheLayerThatAmplifies(long turns, long clientAttempts, long serviceAttempts, String layer) {
        JsonNode answer = evaluate(body("""
                {"minute":0,"user_turns":%d,"client_attempts":%d,"service_attempts":%d,"dependency_error_rate":0.5}""".formatted(turns, clientAttempts, serviceAttempts)));

        assertThat(answer.at("/alerts/0/amplified_by").textValue()).isEqualTo(layer);
    }

    @Test
    void withoutClientAttemptsNoLayerIsNamed() {
        assertThat(evaluate(body(stormyPoint(0))).at("/alerts/0").has("amplified_by"))
                .isFalse();
        assertThat(evaluate(body("""
                        {"minute":0,"user_turns":1,"client_attempts":null,"service_attempts":3,"dependency_error_rate":0.5}""")).at("/alerts/0").has("amplified_by")).isFalse();
    }

    @Test
    void tellsEveryPointOnlyWhenAskedTo() {
        String body = body(calmPoint(0), stormyPoint(1), "{\"minute\":2,\"user_turns\":1,\"service_attempts\":2}");

        assertThat(evaluate(body).has("points")).isFalse();
        assertThat(evaluateWithPoints(body).get("points")).isEqualTo(json("""
                [{"minute":0,"attempt_ratio":1,"storm":false},
                 {"minute":1,"attempt_ratio":3,"storm":true},
                 {"minute":2,"attempt_ratio":2,"storm":null}]"""));
    }

    @Test
    void noPointsAreAnsweredWithNothing() {
        JsonNode answer = evaluateWithPoints(body());

        assertThat(answer.get("alerts")).isEqualTo(json("[]"));
        assertThat(answer.get("windows")).isEqualTo(json("[]"));
        assertThat(answer.get("baseline")).isEqualTo(json("null"));
        assertThat(answer.get("not_evaluated")).isEqualTo(json("[]"));
        assertThat(answer.get("points")).isEqualTo(json("[]"));
    }
}
