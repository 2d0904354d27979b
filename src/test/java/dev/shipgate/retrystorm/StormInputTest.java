package dev.shipgate.retrystorm;

import static dev.shipgate.retrystorm.Traffic.alertingMinutes;
import static dev.shipgate.retrystorm.Traffic.body;
import static dev.shipgate.retrystorm.Traffic.bodyWith;
import static dev.shipgate.retrystorm.Traffic.calmPoint;
import static dev.shipgate.retrystorm.Traffic.evaluate;
import static dev.shipgate.retrystorm.Traffic.refused;
import static dev.shipgate.retrystorm.Traffic.stormyPoint;
import static dev.shipgate.testing.Json.json;
import static dev.shipgate.testing.RunningService.answer;
import static dev.shipgate.testing.RunningService.problem;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class StormInputTest {

    @Test
    void aPointThatLacksAFieldIsNotEvaluatedWhateverElseItShows() {
        JsonNode answer = evaluate(body("""
                {"minute":0,"service_attempts":30,"dependency_error_rate":0.5}""", """
                {"minute":1,"user_turns":10,"service_attempts":null,"dependency_error_rate":0.5}""", """
                {"minute":2,"user_turns":10,"service_attempts":30}""", """
                {"minute":3}""", stormyPoint(4)));

        assertThat(answer.get("not_evaluated")).isEqualTo(json("""
                [{"minute":0,"missing":["user_turns"]},
                 {"minute":1,"missing":["service_attempts"]},
                 {"minute":2,"missing":["dependency_error_rate"]},
                 {"minute":3,"missing":["user_turns","service_attempts","dependency_error_rate"]}]"""));
        assertThat(alertingMinutes(answer)).containsExactly(4);
    }

    @Test
    void minutesMayBeInstantsAndAreAnsweredInUtc() {
        JsonNode answer = evaluate(body("""
                {"minute":"2026-11-23T10:00:00Z","user_turns":1,"service_attempts":3,"dependency_error_rate":0.5}""", """
                {"minute":"2026-11-23T12:00:30+02:00","user_turns":1,"service_attempts":3,"dependency_error_rate":0.5}"""));

        assertThat(answer.at("/windows/0/start_minute").textValue()).isEqualTo("2026-11-23T10:00:00Z");
        assertThat(answer.at("/windows/0/end_minute").textValue()).isEqualTo("2026-11-23T10:00:30Z");
        assertThat(answer.get("alerts").findValuesAsText("minute"))
                .containsExactly("2026-11-23T10:00:00Z", "2026-11-23T10:00:30Z");
    }

    @Test
    void minutesOfTwoKindsContradictEachOther() {
        assertThat(refused(422, body("{\"minute\":0}", "{\"minute\":\"2026-11-23T10:00:00Z\"}", "{\"minute\":2}")))
                .containsExactly("/points/1/minute", "/points/2/minute");
    }

    @Test
    void aMinuteThatIsNotLaterThanTheOneBeforeContradictsIt() {
        assertThat(refused(422, body(calmPoint(3), calmPoint(3)))).containsExactly("/points/1/minute");
        assertThat(refused(422, body(calmPoint(3), calmPoint(2), calmPoint(1))))
                .containsExactly("/points/1/minute", "/points/2/minute");
        // The same moment, said in two ways.
        assertThat(refused(
                        422,
                        body("{\"minute\":\"2026-11-23T10:00:00Z\"}", "{\"minute\":\"2026-11-23T11:00:00+01:00\"}")))
                .containsExactly("/points/1/minute");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"minute\":null}",
                "{\"minute\":\"\"}",
                "{\"minute\":\"7\"}",
                "{\"minute\":\"2026-11-23T10:00:00\"}",
                "{\"minute\":\"yesterday\"}",
                "{\"minute\":1.5}",
                "{\"minute\":true}",
                "{\"minute\":[1]}",
                "{\"minute\":NaN}",
                "{\"minute\":1e999}",
                "{\"minute\":9223372036854775808}",
            })
    void aPointWithoutAMinuteThatCanBeReadIsRefused(String point) {
        assertThat(refused(400, body(point))).containsExactly("/points/0/minute");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "user_turns            | -1",
                "user_turns            | 1.5",
                "user_turns            | \"10\"",
                "service_attempts      | -1",
                "service_attempts      | true",
                "client_attempts       | -1",
                "client_attempts       | 0.5",
                "dependency_error_rate | -0.1",
                "dependency_error_rate | 1.01",
                "dependency_error_rate | NaN",
                "dependency_error_rate | \"0.1\"",
                "queue_depth           | \"deep\"",
            })
    void aValueThatItsFieldCannotHoldIsRefused(String field, String value) {
        assertThat(refused(400, body(calmPoint(0), "{\"minute\":1,\"" + field + "\":" + value + "}")))
                .containsExactly("/points/1/" + field);
    }

    @Test
    void anotherNumberOfAPointIsKept() {
        JsonNode answer = answer("/v1/retry-storms?include=firings", body("""
                {"minute":0,"user_turns":100,"service_attempts":300,"dependency_error_rate":0.5,"queue_depth":12}"""));

        assertThat(answer.at("/firings/2/facts/point/others")).isEqualTo(json("{\"queue_depth\":12}"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}                                                | /points",
                "{\"points\":null}                                 | /points",
                "{\"points\":{}}                                   | /points",
                "{\"points\":[1]}                                  | /points/0",
                "{\"points\":[null]}                               | /points/0",
                "{\"points\":[],\"attempt_ratio_threshold\":-1}    | /attempt_ratio_threshold",
                "{\"points\":[],\"dependency_error_threshold\":5}  | /dependency_error_threshold",
                "{\"points\":[],\"baseline\":\"usual\"}            | /baseline",
                "{\"points\":[],\"baseline\":1.04}                 | /baseline",
                "{\"points\":[],\"treshold\":2}                    | /treshold",
            })
    void aRequestWithAWrongFieldIsRefused(String body, String pointer) {
        assertThat(refused(400, body)).containsExactly(pointer);
    }

    @Test
    void aBaselineNeedsBothOfItsNumbersAndNothingElse() {
        assertThat(refused(400, bodyWith("\"baseline\":{}")))
                .containsExactly("/baseline/attempt_ratio", "/baseline/dependency_error_rate");
        assertThat(refused(
                        400, bodyWith("\"baseline\":{\"attempt_ratio\":1,\"dependency_error_rate\":5,\"minute\":1}")))
                .containsExactly("/baseline/dependency_error_rate", "/baseline/minute");
    }

    /** Contradictions are told beside fields that are wrong or missing, and these set the status. */
    @Test
    void allProblemsOfARequestAreToldTogether() {
        assertThat(refused(400, bodyWith("\"dependency_error_threshold\":5", calmPoint(2), calmPoint(1), "{}")))
                .containsExactly("/dependency_error_threshold", "/points/1/minute", "/points/2/minute");
    }

    @ParameterizedTest
    @ValueSource(strings = {"windows", "POINTS", "points,alerts"})
    void nothingButPointsAndFiringsCanBeIncluded(String include) {
        JsonNode problem = problem(400, "/v1/retry-storms?include=" + include, body(calmPoint(0)));

        assertThat(problem.at("/errors/0/detail").textValue())
                .isEqualTo("The query parameter include must be of points, firings, with commas between them, but is \""
                        + include + "\".");
    }
}
