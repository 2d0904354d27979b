package dev.shipgate.ingest.prometheus;

import static dev.shipgate.ingest.prometheus.PrometheusAnswers.matrix;
import static dev.shipgate.ingest.prometheus.PrometheusAnswers.range;
import static dev.shipgate.ingest.prometheus.PrometheusAnswers.success;
import static dev.shipgate.ingest.request.ImportedFile.file;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shipgate.ingest.read.ResultFile;
import dev.shipgate.ingest.read.UnreadableResultException;
import dev.shipgate.ingest.tool.RequestRows;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class PointMatrixTest {

    private static final ResultFile TURNS = file("user_turns", matrix(range("", "100", "98")));
    private static final ResultFile ATTEMPTS = file("service_attempts", matrix(range("", "104", "294")));
    private static final ResultFile ERRORS = file("dependency_error_rate", matrix(range("", "0.01", "0.4")));

    @Test
    void joinsTheFieldsByTime() throws IOException {
        RequestRows points = PointMatrix.read(
                List.of(TURNS, ATTEMPTS, ERRORS, file("client_attempts", matrix(range("", "100", "112")))));

        assertThat(points.rows())
                .hasToString("[{\"minute\":\"1970-01-01T00:00:00Z\",\"user_turns\":100,\"service_attempts\":104,"
                        + "\"dependency_error_rate\":0.01,\"client_attempts\":100},"
                        + "{\"minute\":\"1970-01-01T00:01:00Z\",\"user_turns\":98,\"service_attempts\":294,"
                        + "\"dependency_error_rate\":0.4,\"client_attempts\":112}]");
        assertThat(points.notes()).isEmpty();
    }

    @Test
    void leavesOutAFieldWithoutAValueAtATime() throws IOException {
        assertThat(PointMatrix.read(List.of(
                                TURNS,
                                ATTEMPTS,
                                file("dependency_error_rate", matrix(range("", "0.01", "NaN", "0.2")))))
                        .rows())
                .hasToString("[{\"minute\":\"1970-01-01T00:00:00Z\",\"user_turns\":100,\"service_attempts\":104,"
                        + "\"dependency_error_rate\":0.01},"
                        + "{\"minute\":\"1970-01-01T00:01:00Z\",\"user_turns\":98,\"service_attempts\":294},"
                        + "{\"minute\":\"1970-01-01T00:02:00Z\",\"dependency_error_rate\":0.2}]");
    }

    @Test
    void roundsCountsAndSaysSo() throws IOException {
        RequestRows points = PointMatrix.read(List.of(file("user_turns", matrix(range("", "99.6"))), ATTEMPTS, ERRORS));

        assertThat(points.rows().get(0).path("user_turns").asInt()).isEqualTo(100);
        assertThat(points.notes())
                .containsExactly("Counts are rounded to whole numbers. They must be of a minute (increase), not of a "
                        + "second (rate).");
    }

    @Test
    void refusesFilesThatLackAField() {
        refuses(
                "No file measures service_attempts, dependency_error_rate. Give one for each field, such as the answer to "
                        + "a range query of sum(increase(...[1m])).",
                TURNS);
        refuses("user_turns.json: The field user_turns is measured by another file too.", TURNS, TURNS);
        refuses(
                "turns.json: The field must be one of user_turns, service_attempts, dependency_error_rate and "
                        + "client_attempts, but is \"turns\".",
                file("turns", matrix()));
        refuses(
                "null.json: The field must be one of user_turns, service_attempts, dependency_error_rate and "
                        + "client_attempts, but is not given.",
                file(null, matrix()));
    }

    @Test
    void roundsWhatPrometheusHasCalculated() throws IOException {
        assertThat(PointMatrix.read(List.of(
                                TURNS,
                                ATTEMPTS,
                                file("dependency_error_rate", matrix(range("", "0.39749430523917995", "0.4")))))
                        .rows()
                        .path(0)
                        .path("dependency_error_rate")
                        .doubleValue())
                .isEqualTo(0.397494);
    }

    @Test
    void refusesFilesWithoutACommonTime() {
        ResultFile elsewhere = file(
                "dependency_error_rate", success("matrix", "[{\"metric\":{},\"values\":[[30,\"0.1\"],[90,\"0.2\"]]}]"));

        refuses(
                "The files have no time in common at which all of them have a value. Query all of them with the same "
                        + "start, end and step.",
                TURNS,
                ATTEMPTS,
                elsewhere);
    }

    @Test
    void refusesSeveralSeries() {
        refuses(
                "user_turns.json: There are 2 series. Ask for one, of the whole service: sum(...) of all routes and "
                        + "instances.",
                file("user_turns", matrix(range("\"pod\":\"1\"", "1"), range("\"pod\":\"2\"", "1"))));
    }

    @Test
    void refusesTimesAndCountsThatAreNone() {
        refuses(
                "user_turns.json: user_turns at 1970-01-01T00:00:00Z must not be -1.",
                file("user_turns", matrix(range("", "-1"))));
        refuses(
                "user_turns.json: The time -1 must be in seconds since 1970, and before the year 10000.",
                file("user_turns", success("matrix", "[{\"metric\":{},\"values\":[[-1,\"1\"]]}]")));
        refuses(
                "user_turns.json: The time 1970-01-01T00:00:05Z is there twice.",
                file("user_turns", success("matrix", "[{\"metric\":{},\"values\":[[5,\"1\"],[5,\"1\"]]}]")));
    }

    private static void refuses(String message, ResultFile... files) {
        assertThatThrownBy(() -> PointMatrix.read(List.of(files)))
                .isInstanceOf(UnreadableResultException.class)
                .hasMessage(message);
    }
}
