package dev.shipgate.ingest.prometheus;

import static dev.shipgate.ingest.prometheus.PrometheusAnswers.instant;
import static dev.shipgate.ingest.prometheus.PrometheusAnswers.matrix;
import static dev.shipgate.ingest.prometheus.PrometheusAnswers.range;
import static dev.shipgate.ingest.prometheus.PrometheusAnswers.route;
import static dev.shipgate.ingest.prometheus.PrometheusAnswers.success;
import static dev.shipgate.ingest.prometheus.PrometheusAnswers.vector;
import static dev.shipgate.ingest.request.ImportedFile.file;
import static dev.shipgate.ingest.request.ImportedFile.read;
import static dev.shipgate.ingest.request.ImportedFile.recognises;
import static org.assertj.core.api.Assertions.assertThat;

import dev.shipgate.ingest.mapping.Mapping;
import dev.shipgate.ingest.request.LoadTestResult;
import dev.shipgate.testing.SampleFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class PrometheusTest {

    private static final String HOW_TO_TELL =
            "Say which buckets the histogram has: buckets_ms in the mapping, such as buckets_ms: [100, 250, 500]. Or ask for "
                    + "the buckets in place of the percentile: sum by (le, route) (rate(..._bucket[5m])).";

    private static final Mapping BUCKETS =
            Mapping.read("buckets_ms: [5, 10, 25, 1000, 2500]".getBytes(StandardCharsets.UTF_8));

    private static final String SAMPLES = "prometheus/";

    @Test
    void readsPercentilesAndErrorRatesOfOneTestFromTwoAnswers() throws IOException {
        LoadTestResult test = read(
                new Prometheus(),
                Mapping.none(),
                file("p95_seconds", SampleFiles.read(SAMPLES + "query_range-p95-by-route.json")),
                file("error_rate", SampleFiles.read(SAMPLES + "query_range-error-rate-by-route.json")));

        assertThat(test.routes().toString())
                .isEqualTo("{/asr={\"error_rate\":0.0}, /idle={}, /llm={\"error_rate\":0.0}, "
                        + "/tts={\"p95_at_least_ms\":1000.0,\"error_rate\":0.0527778}}");
        assertThat(test.notes())
                .containsExactly(
                        "The percentile of \"/asr\" is not known: Prometheus estimated 23.6224 ms within a bucket whose ends "
                                + "its answer does not tell. " + HOW_TO_TELL,
                        "The percentile of \"/llm\" is not known: Prometheus estimated 224.219 ms within a bucket whose ends "
                                + "its answer does not tell. " + HOW_TO_TELL,
                        "The percentile of \"/tts\" is only known to be at least 1000 ms: it is exactly the same at "
                                + "several points, as interpolated values never are, and so taken as the largest bucket "
                                + "of the histogram. If it is not, say which buckets there are: buckets_ms in the mapping.",
                        "Nothing was measured of p95_ms of /idle: all of its points are NaN.",
                        "The value of p95_ms is the worst of up to 3 points of a range.",
                        "Nothing was measured of error_rate of /idle: all of its points are NaN.",
                        "The value of error_rate is the worst of up to 3 points of a range.");
        assertThat(test.provenance().tool()).isEqualTo("prometheus");
    }

    @Test
    void takesMillisecondsAsTheyAre() throws IOException {
        assertThat(routes("p95_ms", vector(instant(route("a"), "23.5"))))
                .isEqualTo("{a={\"p95_ms\":23.5,\"p95_at_least_ms\":10.0,\"p95_at_most_ms\":25.0}}");
    }

    @Test
    void convertsSecondsInDecimal() throws IOException {
        assertThat(routes("p95_seconds", vector(instant(route("a"), "2.3"))))
                .isEqualTo("{a={\"p95_ms\":2300.0,\"p95_at_least_ms\":1000.0,\"p95_at_most_ms\":2500.0}}");
    }

    @Test
    void leavesIdleMomentsOut() throws IOException {
        LoadTestResult test = read(
                new Prometheus(),
                Mapping.none(),
                file("error_rate", matrix(range(route("a"), "NaN", "0.01", "0.02", "NaN"))));

        assertThat(test.routes().toString()).isEqualTo("{a={\"error_rate\":0.02}}");
        assertThat(test.notes())
                .containsExactly(
                        "2 points of error_rate are NaN, moments without traffic, and are left out.",
                        "The value of error_rate is the worst of up to 2 points of a range.");
    }

    @Test
    void takesTheFewestSamplesOfARangeRoundedDown() throws IOException {
        assertThat(routes("samples", matrix(range(route("a"), "130.9", "120.7"))))
                .isEqualTo("{a={\"samples\":120}}");
    }

    @Test
    void takesTheLowestTaskSuccessOfARange() throws IOException {
        assertThat(routes("task_success_delta", matrix(range(route("a"), "0.01", "-0.02"))))
                .isEqualTo("{a={\"task_success_delta\":-0.02}}");
    }

    @Test
    void readsOtherFieldsOfRoutes() throws IOException {
        LoadTestResult test = read(
                new Prometheus(),
                Mapping.none(),
                file("ttft_seconds", matrix(range(route("a"), "0.31", "0.351", "NaN"))),
                file("tokens_per_second", vector(instant(route("a"), "41.5"))));

        assertThat(test.routes().toString()).isEqualTo("{a={\"tokens_per_second\":41.5,\"ttft_ms\":351.0}}");
    }

    @Test
    void readsARouteWithoutAnyPointAsNotMeasured() throws IOException {
        assertThat(routes("p95_ms", matrix(range(route("a"))))).isEqualTo("{a={}}");
    }

    @Test
    void readsAScalarAsTheWholeTest() throws IOException {
        LoadTestResult test = read(
                new Prometheus(),
                Mapping.none().with("book_table", null),
                file("error_rate", success("scalar", "[1795471692,\"0.02\"]")));

        assertThat(test.routes().toString()).isEqualTo("{book_table={\"error_rate\":0.02}}");
    }

    @Test
    void readsASeriesWithoutLabelsAsTheWholeTest() throws IOException {
        LoadTestResult test = read(
                new Prometheus(),
                Mapping.none().with("book_table", null),
                file("samples", vector(instant("\"__name__\":\"turns\"", "200"))));

        assertThat(test.routes().toString()).isEqualTo("{book_table={\"samples\":200}}");
    }

    @Test
    void findsTheRouteInWhicheverUsualLabelAllSeriesHave() throws IOException {
        String answer = vector(
                instant("\"handler\":\"a\",\"path\":\"/x\"", "1.5"), instant("\"handler\":\"b\",\"path\":\"\"", "2.6"));

        assertThat(routes("p95_ms", answer))
                .isEqualTo(
                        "{a={\"p95_ms\":1.5,\"p95_at_least_ms\":0.0,\"p95_at_most_ms\":5.0}, b={\"p95_ms\":2.6,\"p95_at_least_ms\":0.0,\"p95_at_most_ms\":5.0}}");
    }

    @Test
    void findsTheRouteInTheLabelThatTheCallerNames() throws IOException {
        LoadTestResult test = read(
                new Prometheus(),
                BUCKETS.with(null, "operation"),
                file("p95_ms", vector(instant("\"operation\":\"a\",\"route\":\"/x\"", "1.5"))));

        assertThat(test.routes().toString())
                .isEqualTo("{a={\"p95_ms\":1.5,\"p95_at_least_ms\":0.0,\"p95_at_most_ms\":5.0}}");
    }

    @Test
    void tellsWhatTheServerRemarks() throws IOException {
        String remark = "PromQL info: input to histogram_quantile needed to be fixed for monotonicity";
        String answer = vector(instant(route("a"), "0.2"));
        LoadTestResult test = read(
                new Prometheus(),
                Mapping.none(),
                file("error_rate", answer.substring(0, answer.length() - 1) + ",\"infos\":[\"" + remark + "\"]}"));

        assertThat(test.notes()).containsExactly(remark);
    }

    @Test
    void takesAHigherQuantileOfASummaryAsThePercentile() throws IOException {
        LoadTestResult test = read(
                new Prometheus(),
                Mapping.none(),
                file("p95_seconds", vector(instant(route("a") + ",\"quantile\":\"0.99\"", "0.251"))));

        assertThat(test.routes().toString()).isEqualTo("{a={\"p95_ms\":251.0}}");
        assertThat(test.notes()).containsExactly("The quantile 0.99 is taken as p95_ms, and is no lower.");
    }

    @Test
    void recognisesAnswersAndErrors() throws IOException {
        assertThat(recognised(matrix())).isTrue();
        assertThat(recognised("{\"status\":\"error\",\"errorType\":\"bad_data\",\"error\":\"parse error\"}"))
                .isTrue();
        assertThat(recognised("{\"status\": \"error\", \"error\":\"timeout\"}")).isTrue();
        assertThat(recognised("{\"status\":404,\"error\":\"Not Found\"}")).isFalse();
        assertThat(recognised("{\"status\":\"success\",\"data\":[\"up\"]}")).isFalse();
        assertThat(recognised("{\"metrics\":{},\"root_group\":{}}")).isFalse();
    }

    private static boolean recognised(String text) throws IOException {
        return recognises(new Prometheus(), text.getBytes(StandardCharsets.UTF_8));
    }

    private static String routes(String field, String answer) throws IOException {
        return read(new Prometheus(), BUCKETS, file(field, answer)).routes().toString();
    }
}
