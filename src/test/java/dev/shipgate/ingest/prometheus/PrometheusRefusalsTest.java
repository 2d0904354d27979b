package dev.shipgate.ingest.prometheus;

import static dev.shipgate.ingest.prometheus.PrometheusAnswers.instant;
import static dev.shipgate.ingest.prometheus.PrometheusAnswers.matrix;
import static dev.shipgate.ingest.prometheus.PrometheusAnswers.range;
import static dev.shipgate.ingest.prometheus.PrometheusAnswers.route;
import static dev.shipgate.ingest.prometheus.PrometheusAnswers.success;
import static dev.shipgate.ingest.prometheus.PrometheusAnswers.vector;
import static dev.shipgate.ingest.request.ImportedFile.file;
import static dev.shipgate.ingest.request.ImportedFile.read;
import static dev.shipgate.ingest.request.ImportedFile.readMutations;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shipgate.ingest.mapping.Mapping;
import dev.shipgate.ingest.read.UnreadableResultException;
import dev.shipgate.testing.SampleFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PrometheusRefusalsTest {

    private static final String SAMPLE = "prometheus/query_range-p95-by-route.json";

    @Test
    void asksForTheFieldThatAnAnswerMeasures() {
        refuses(
                null,
                vector(instant(route("a"), "1")),
                "An answer of Prometheus does not say what it measures. Name "
                        + "the field of routes with each file, or as field in the mapping: p95_seconds, p95_ms, error_rate, "
                        + "samples, or another one.");
        refuses(
                "p95_at_least_ms",
                vector(instant(route("a"), "1")),
                "\"p95_at_least_ms\" follows from p95_ms and its "
                        + "bucket. The field must be p95_seconds or p95_ms.");
        refuses(
                "p95_at_most_ms",
                vector(instant(route("a"), "1")),
                "\"p95_at_most_ms\" follows from p95_ms and its bucket. The field must be p95_seconds or p95_ms.");
        for (String field : List.of("p95_low_ms", "p95_high_seconds")) {
            refuses(
                    field,
                    vector(instant(route("a"), "1")),
                    "\"" + field + "\" is calculated of single requests, which an answer of Prometheus does not have. "
                            + "The field must be p95_seconds or p95_ms.");
        }
        for (String field : List.of("p95", "P95_seconds", "p95_s", "p95ms", "p_95_millis")) {
            refuses(
                    field,
                    vector(instant(route("a"), "1")),
                    "The field \"" + field + "\" does not say its unit as it must. Name it p95_seconds or p95_ms.");
        }
    }

    @Test
    void refusesAQueryThatHasFoundNothing() {
        refuses(
                "error_rate",
                matrix(),
                "The query has found nothing, which says nothing of any route. Is the name of "
                        + "the metric right, and was there traffic at that time?");
    }

    @Test
    void refusesSeveralSeriesOfOneRoute() {
        refuses(
                "p95_ms",
                vector(instant(route("a") + ",\"pod\":\"1\"", "1"), instant(route("a") + ",\"pod\":\"2\"", "2")),
                "There are several series for route=\"a\", and percentiles and ratios cannot be averaged. Aggregate by "
                        + "(le, route) in the query.");
    }

    @Test
    void refusesLabelsThatDoNotNameTheRoute() {
        refuses(
                "p95_ms",
                vector(instant("\"pod\":\"1\"", "1")),
                "No label names the route of all series. Looked for "
                        + "route, http_route, handler, uri, path, endpoint; the labels are pod. Say which one it is with by, or "
                        + "aggregate by it in the query.");
        refuses(
                "p95_ms",
                vector(instant(route("a") + ",\"uri\":\"/a\"", "1")),
                "The labels route and uri could each "
                        + "name the route, and do not agree. Say which one it is with by.");
        assertThatThrownBy(() -> read(
                        new Prometheus(),
                        Mapping.none().with(null, "operation"),
                        file("p95_ms", vector(instant(route("a"), "1")))))
                .isInstanceOf(UnreadableResultException.class)
                .hasMessage("The series {route=a} has no label \"operation\". Ask for an aggregation by it: "
                        + "sum by (le, operation).");
    }

    @Test
    void tellsWhyAQueryFailed() {
        refuses(
                "p95_ms",
                "{\"status\":\"error\",\"errorType\":\"bad_data\",\"error\":\"unknown function\"}",
                "The query has failed: bad_data: unknown function.");
        refuses("p95_ms", "{\"status\":\"error\",\"error\":\"timeout\"}", "The query has failed: timeout.");
    }

    @Test
    void refusesPartialAnswers() {
        String answer = vector(instant(route("a"), "1"));
        String open = answer.substring(0, answer.length() - 1);
        refuses(
                "p95_ms",
                open + ",\"warnings\":[\"receive series from Addr: s1: rpc error\"]}",
                "The answer may lack a "
                        + "part of what was measured: receive series from Addr: s1: rpc error. Ask again, without partial "
                        + "responses.");
        refuses(
                "p95_ms",
                open + ",\"isPartial\":true}",
                "The answer may lack a part of what was measured: \"isPartial\" "
                        + "is true. Ask again, without partial responses.");
    }

    @Test
    void refusesHistogramsAndBucketsForWhatIsNoPercentile() {
        refuses(
                "samples",
                success(
                        "vector",
                        "[{\"metric\":{\"route\":\"a\"},\"histogram\":[1,{\"buckets\":[[0,\"1\",\"2\",\"9\"]]}]}]"),
                "The series {route=a} is of native histograms, not of numbers. Ask for histogram_count(...) of it, or for "
                        + "histogram_quantile(...); as p95_seconds it is read as it is.");
        refuses(
                "samples",
                vector(instant(route("a") + ",\"le\":\"0.5\"", "9")),
                "The series {route=a, le=0.5} is a bucket of a histogram, not a number. As p95_seconds all of its buckets are "
                        + "read: sum by (le, route) (rate(..._bucket[5m])).");
    }

    @Test
    void refusesNativeHistogramsThatAreNone() {
        refuses(
                "p95_ms",
                success("vector", "[{\"metric\":{\"route\":\"a\"},\"histogram\":[1,{\"count\":\"2\"}]}]"),
                "The histogram {route=a}: a histogram must be [time, {\"buckets\": [...]}], but is [1,{\"count\":\"2\"}].");
        refuses(
                "p95_ms",
                success(
                        "vector",
                        "[{\"metric\":{\"route\":\"a\"},\"histogram\":[1,{\"buckets\":[[0,\"1\",\"2\",\"-9\"]]}]}]"),
                "The histogram {route=a}: a bucket must be [boundaries, \"left\", \"right\", \"count\"] with a count of 0 or "
                        + "more, but is [0,\"1\",\"2\",\"-9\"].");
    }

    @Test
    void refusesALowerQuantile() {
        refuses(
                "p95_ms",
                vector(instant(route("a") + ",\"quantile\":\"0.9\"", "1")),
                "The series {route=a, quantile=0.9} " + "is of the quantile 0.9. Ask for {quantile=\"0.95\"}.");
        refuses(
                "ttft_p99_seconds",
                vector(instant(route("a") + ",\"quantile\":\"0.95\"", "1")),
                "The series {route=a, quantile=0.95} is of the quantile 0.95. Ask for {quantile=\"0.99\"}.");
        refuses(
                "tokens_per_second_p05",
                vector(instant(route("a") + ",\"quantile\":\"0.5\"", "40")),
                "The series {route=a, quantile=0.5} is of the quantile 0.5. Ask for {quantile=\"0.05\"}.");
    }

    @Test
    void refusesValuesOfWhichNobodyKnowsTheWorst() {
        refuses(
                "tokens_per_second",
                matrix(range(route("a"), "40", "44")),
                "Which of the values of "
                        + "\"tokens_per_second\" between 40 and 44 counts is not known. Ask for one value for each route "
                        + "(an instant query), such as max_over_time(...) or min_over_time(...).");
    }

    @Test
    void refusesNumbersOutOfTheirRange() {
        refuses(
                "error_rate",
                vector(instant(route("a"), "1.2")),
                "The error rate (1.2) must be a number between 0 and " + "1. Maybe it is a percentage?");
        refuses(
                "error_rate",
                matrix(range(route("a"), "0", "+Inf")),
                "error_rate of \"a\" is +Inf. It must be a finite " + "number, or NaN where nothing was measured.");
        refuses(
                "p95_ms",
                matrix(range(route("a"), "1", "-Inf")),
                "p95_ms of \"a\" is -Inf. It must be a finite number, " + "or NaN where nothing was measured.");
        refuses("samples", vector(instant(route("a"), "1e18")), "samples of \"a\" is 1E+18, too many to be counted.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Infinity", "0x1p3", "1d", " 1", "1e999", "one"})
    void refusesWhatIsNoNumber(String value) {
        refuses(
                "p95_ms",
                vector(instant(route("a"), value)),
                "\"value\" of the series {route=a}: \"" + value + "\" must be a number, or NaN, +Inf or -Inf.");
    }

    @Test
    void refusesOtherResults() {
        refuses(
                "p95_ms",
                success("string", "[1,\"x\"]"),
                "\"resultType\" must be vector, matrix or scalar, but is " + "\"string\".");
        refuses(
                "p95_ms",
                success("vector", "[{\"metric\":{\"route\":\"a\"},\"value\":[1,2]}]"),
                "\"value\" of the " + "series {route=a}: a point must be [time, \"value\"], but is [1,2].");
        refuses(
                "p95_ms",
                success("matrix", "[{\"metric\":{\"route\":\"a\"}}]"),
                "\"values\" of the series {route=a} " + "must be an array.");
        refuses(
                "p95_ms",
                "{\"status\":\"success\",\"data\":{\"resultType\":\"vector\"}}",
                "\"data\" must have an array " + "\"result\".");
        refuses(
                "p95_ms",
                "[]",
                "\"status\" must be \"success\", but is . Is this an answer of the HTTP API of " + "Prometheus?");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 10, 100, 300, 500, 516})
    void refusesAnAnswerThatIsCutOff(int length) throws IOException {
        byte[] cut = Arrays.copyOf(SampleFiles.read(SAMPLE), length);

        assertThatThrownBy(() -> read(new Prometheus(), Mapping.none(), file("p95_seconds", cut)))
                .isInstanceOf(UnreadableResultException.class)
                .hasMessageMatching("The file is (empty\\.|not JSON at line 1, column \\d+\\. Is it cut off\\?)");
    }

    @Test
    void readsOrRefusesDamagedAnswers() throws IOException {
        Mapping mapping = Mapping.read("field: p95_seconds".getBytes(StandardCharsets.UTF_8));

        readMutations(new Prometheus(), mapping, SampleFiles.read(SAMPLE), 20261126);
    }

    private static void refuses(@Nullable String field, String answer, String message) {
        assertThatThrownBy(() -> read(new Prometheus(), Mapping.none(), file(field, answer)))
                .isInstanceOf(UnreadableResultException.class)
                .hasMessage(message);
    }
}
