package dev.shipgate.ingest.prometheus;

import static dev.shipgate.ingest.prometheus.PrometheusAnswers.instant;
import static dev.shipgate.ingest.prometheus.PrometheusAnswers.matrix;
import static dev.shipgate.ingest.prometheus.PrometheusAnswers.range;
import static dev.shipgate.ingest.prometheus.PrometheusAnswers.route;
import static dev.shipgate.ingest.prometheus.PrometheusAnswers.vector;
import static dev.shipgate.ingest.request.ImportedFile.file;
import static dev.shipgate.ingest.request.ImportedFile.read;
import static dev.shipgate.ingest.request.ImportedFile.readMutations;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shipgate.ingest.mapping.Mapping;
import dev.shipgate.ingest.read.UnreadableResultException;
import dev.shipgate.ingest.request.LoadTestResult;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code histogram_quantile} never says more than the largest finite bucket. */
class PrometheusBucketsTest {

    @Test
    void knowsABoundOnlyWhereTheLargestBucketIsReached() throws IOException {
        LoadTestResult test =
                read(new Prometheus(), largestBucket(1000), file("p95_seconds", vector(instant(route("a"), "1"))));

        assertThat(test.routes().toString()).isEqualTo("{a={\"p95_at_least_ms\":1000.0}}");
        assertThat(test.notes())
                .containsExactly("The percentile of \"a\" is only known to be at least 1000 ms: it reaches the largest "
                        + "bucket of the histogram.");
    }

    @Test
    void takesNoValueBelowTheLargestBucketForItHoweverOftenItComes() throws IOException {
        assertThat(routes("p95_seconds", largestBucket(10_000), matrix(range(route("a"), "1", "1"))))
                .isEqualTo("{a={\"p95_ms\":1000.0,\"p95_at_least_ms\":0.0,\"p95_at_most_ms\":10000.0}}");
    }

    @Test
    void takesTheWorstValueAsABucketWhenItComesTwice() throws IOException {
        assertThat(routes("p95_seconds", Mapping.none(), matrix(range(route("a"), "0.3", "2.5", "2.5"))))
                .isEqualTo("{a={\"p95_at_least_ms\":2500.0}}");
    }

    @Test
    void knowsNothingOfTheWorstValueWhenAnotherOneComesTwice() throws IOException {
        assertThat(routes("p95_seconds", Mapping.none(), matrix(range(route("a"), "0.3", "0.3", "2.4"))))
                .isEqualTo("{a={}}");
    }

    @ParameterizedTest
    @ValueSource(ints = {5, 10, 30, 60})
    void takesWhatIsUsualAsTheLargestBucketAsABound(int seconds) throws IOException {
        assertThat(routes("p95_seconds", Mapping.none(), vector(instant(route("a"), "" + seconds))))
                .isEqualTo("{a={\"p95_at_least_ms\":" + seconds + "000.0}}");
    }

    /** With buckets up to 0.1 and up to 10 s the true percentile may be 10 s. */
    @Test
    void aPercentileInterpolatedWithinUnknownBucketsIsUnknown() throws IOException {
        LoadTestResult test =
                read(new Prometheus(), Mapping.none(), file("p95_seconds", vector(instant(route("a"), "0.6004"))));

        assertThat(test.routes().toString()).isEqualTo("{a={}}");
        assertThat(test.notes())
                .containsExactly(
                        "The percentile of \"a\" is not known: Prometheus estimated 600.4 ms within a bucket whose ends "
                                + "its answer does not tell. Say which buckets the histogram has: buckets_ms in the mapping, such as "
                                + "buckets_ms: [100, 250, 500]. Or ask for the buckets in place of the percentile: sum by (le, route) "
                                + "(rate(..._bucket[5m])).");
    }

    @ParameterizedTest
    @CsvSource({"0.13, 0, 100", "100, 0, 100", "100.5, 100, 10000", "600, 100, 10000", "9999.5, 100, 10000"})
    void boundsACalculatedPercentileByTheBucketsOfTheMapping(double ms, double lower, double upper) throws IOException {
        assertThat(routes("p95_ms", mapping("buckets_ms: [100, 10000]"), vector(instant(route("a"), "" + ms))))
                .isEqualTo(
                        "{a={\"p95_ms\":%s,\"p95_at_least_ms\":%s,\"p95_at_most_ms\":%s}}".formatted(ms, lower, upper));
    }

    @Test
    void knowsALowerBoundAloneFromTheLastBucketOfTheMappingOn() throws IOException {
        assertThat(routes("p95_ms", mapping("buckets_ms: [100, 10000]"), vector(instant(route("a"), "10000"))))
                .isEqualTo("{a={\"p95_at_least_ms\":10000.0}}");
    }

    @Test
    void endsTheLastBucketAtTheLargestOneOfTheMapping() throws IOException {
        assertThat(routes("p95_ms", largestBucket(2000), vector(instant(route("a"), "1750"))))
                .isEqualTo("{a={\"p95_ms\":1750.0,\"p95_at_least_ms\":0.0,\"p95_at_most_ms\":2000.0}}");
    }

    @Test
    void knowsNothingOfALoneBucketWithoutABound() throws IOException {
        LoadTestResult test =
                read(new Prometheus(), Mapping.none(), file("p95_seconds", vector(bucket("a", "+Inf", 50))));

        assertThat(test.routes().toString()).isEqualTo("{a={}}");
        assertThat(test.notes()).containsExactly("The percentile of \"a\" is not known: its histogram has no buckets.");
    }

    @Test
    void measuresTheQuantileOfASummary() throws IOException {
        String series = route("a") + ",\"quantile\":\"0.95\"";

        assertThat(routes("p95_seconds", Mapping.none(), vector(instant(series, "0.2504"))))
                .isEqualTo("{a={\"p95_ms\":250.4}}");
        assertThat(routes("p95_seconds", Mapping.none(), vector(instant(series, "2.5"))))
                .isEqualTo("{a={\"p95_ms\":2500.0}}");
    }

    /** Of 1000 requests 900 up to 0.25 s, and 100 of more than 1 and up to 2.5 s. */
    @Test
    void readsTheBucketsOfAClassicHistogram() throws IOException {
        LoadTestResult test = read(
                new Prometheus(),
                Mapping.none(),
                file(
                        "p95_seconds",
                        vector(
                                bucket("a", "+Inf", 10),
                                bucket("a", "2.5", 10),
                                bucket("a", "0.25", 9),
                                bucket("a", "1", 9))));

        assertThat(test.routes().toString())
                .isEqualTo("{a={\"p95_ms\":1750.0,\"p95_at_least_ms\":1000.0,\"p95_at_most_ms\":2500.0}}");
        assertThat(test.notes()).isEmpty();
    }

    @Test
    void takesTheWorstMomentOfTheBucketsOfARange() throws IOException {
        assertThat(routes(
                        "p95_seconds",
                        Mapping.none(),
                        matrix(
                                range(route("a") + ",\"le\":\"0.25\"", "10", "0", "NaN"),
                                range(route("a") + ",\"le\":\"1\"", "10", "10", "NaN"),
                                range(route("a") + ",\"le\":\"+Inf\"", "10", "10", "NaN"))))
                .isEqualTo("{a={\"p95_ms\":962.5,\"p95_at_least_ms\":250.0,\"p95_at_most_ms\":1000.0}}");
    }

    @Test
    void wondersAtMillisecondsInBucketsMadeForSeconds() throws IOException {
        LoadTestResult test = read(
                new Prometheus(),
                Mapping.none(),
                file("p95_seconds", vector(bucket("a", "10", 0), bucket("a", "5", 0), bucket("a", "+Inf", 50))));

        assertThat(test.routes().toString()).isEqualTo("{a={\"p95_at_least_ms\":10000.0}}");
        assertThat(test.notes())
                .contains(
                        "\"a\": All durations are beyond the largest bucket, 10000 ms. Maybe milliseconds were recorded in "
                                + "buckets made for seconds?");
    }

    @Test
    void measuresNothingOfBucketsWithoutTraffic() throws IOException {
        assertThat(routes("p95_seconds", Mapping.none(), vector(bucket("a", "1", 0), bucket("a", "+Inf", 0))))
                .isEqualTo("{a={}}");
    }

    @Test
    void refusesCountsThatGoDownFromOneBucketToALargerOne() throws IOException {
        assertThatThrownBy(() -> routes(
                        "p95_seconds", Mapping.none(), vector(bucket("a", "0.25", 1_000), bucket("a", "+Inf", 500))))
                .isInstanceOf(UnreadableResultException.class)
                .hasMessage(
                        "The bucket le=\"+Inf\" of the histogram {route=a} has 500, and the smaller one le=\"0.25\" has "
                                + "1000. A bucket counts what is in smaller ones too. Are all of the buckets of one query?");
        assertThat(routes("p95_seconds", Mapping.none(), vector(bucket("a", "0.25", 1_000), bucket("a", "+Inf", 995))))
                .isEqualTo("{a={\"p95_ms\":237.5,\"p95_at_least_ms\":0.0,\"p95_at_most_ms\":250.0}}");
    }

    @Test
    void refusesBucketsOfWhichNobodyKnowsHowManyThereAre() {
        assertThatThrownBy(() -> routes("p95_seconds", Mapping.none(), vector(bucket("a", "1", 9))))
                .isInstanceOf(UnreadableResultException.class)
                .hasMessage(
                        "The histogram {route=a} has no bucket le=\"+Inf\", so that it is not known how many requests "
                                + "there were.");
        assertThatThrownBy(() -> routes(
                        "p95_seconds",
                        Mapping.none(),
                        vector(bucket("a", "1", 9), bucket("a", "1", 9), bucket("a", "+Inf", 9))))
                .isInstanceOf(UnreadableResultException.class)
                .hasMessage(
                        "There are several series for the bucket le=\"1\" of {route=a, le=1}. Aggregate by (le, route) in "
                                + "the query.");
    }

    @Test
    void readsOrRefusesDamagedHistograms() {
        String histogram =
                "{\"count\":\"100\",\"buckets\":[[3,\"-0.001\",\"0.001\",\"5\"],[0,\"0.25\",\"0.5\",\"10\"]]}";
        String answer = vector(
                bucket("a", "0.25", 9),
                bucket("a", "1", 19),
                bucket("a", "+Inf", 20),
                "{\"metric\":{" + route("b") + "},\"histogram\":[1795471692," + histogram + "]}");

        readMutations(
                new Prometheus(),
                Mapping.read("field: p95_seconds".getBytes(StandardCharsets.UTF_8)),
                answer.getBytes(StandardCharsets.UTF_8),
                20261129);
    }

    private static String bucket(String route, String bound, int count) {
        return instant(route(route) + ",\"le\":\"" + bound + "\"", "" + count);
    }

    @Test
    void knowsNoValueBeyondInfinity() throws IOException {
        assertThat(routes("p95_seconds", Mapping.none(), matrix(range(route("a"), "0.3", "+Inf"))))
                .isEqualTo("{a={\"p95_at_least_ms\":300.0}}");
        assertThat(routes("p95_seconds", largestBucket(2000), vector(instant(route("a"), "+Inf"))))
                .isEqualTo("{a={\"p95_at_least_ms\":2000.0}}");
    }

    @Test
    void knowsNothingOfInfinityAlone() throws IOException {
        LoadTestResult test =
                read(new Prometheus(), Mapping.none(), file("p95_ms", vector(instant(route("a"), "+Inf"))));

        assertThat(test.routes().toString()).isEqualTo("{a={}}");
        assertThat(test.notes())
                .containsExactly("The percentile of \"a\" is not known: it is +Inf, beyond the largest bucket of the "
                        + "histogram.");
    }

    @Test
    void leavesAnotherPercentileOutOfWhichABoundIsKnownOnly() throws IOException {
        assertThat(routes("ttft_p95_ms", largestBucket(1000), vector(instant(route("a"), "1000"))))
                .isEqualTo("{a={}}");
    }

    private static Mapping largestBucket(int ms) {
        return mapping("largest_bucket_ms: " + ms);
    }

    private static Mapping mapping(String text) {
        return Mapping.read(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String routes(String field, Mapping mapping, String answer) throws IOException {
        return read(new Prometheus(), mapping, file(field, answer)).routes().toString();
    }
}
