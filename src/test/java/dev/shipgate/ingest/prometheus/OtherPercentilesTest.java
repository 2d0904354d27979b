package dev.shipgate.ingest.prometheus;

import static dev.shipgate.ingest.prometheus.PrometheusAnswers.instant;
import static dev.shipgate.ingest.prometheus.PrometheusAnswers.matrix;
import static dev.shipgate.ingest.prometheus.PrometheusAnswers.range;
import static dev.shipgate.ingest.prometheus.PrometheusAnswers.route;
import static dev.shipgate.ingest.prometheus.PrometheusAnswers.vector;
import static dev.shipgate.ingest.request.ImportedFile.file;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shipgate.ingest.mapping.Mapping;
import dev.shipgate.ingest.read.UnreadableResultException;
import dev.shipgate.ingest.request.ImportedFile;
import dev.shipgate.ingest.request.LoadTestResult;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Percentiles other than p95_ms, on which a policy may have a limit too. */
class OtherPercentilesTest {

    private static final Mapping BUCKETS =
            Mapping.read("buckets_ms: [250, 1000, 2500]".getBytes(StandardCharsets.UTF_8));

    @Test
    void knowsNothingOfOneThatWasEstimatedWithinUnknownBuckets() throws IOException {
        LoadTestResult test = read(Mapping.none(), "ttft_p95_seconds", vector(instant(route("a"), "0.6004")));

        assertThat(test.routes().toString()).isEqualTo("{a={}}");
        assertThat(test.notes())
                .containsExactly(
                        "ttft_p95_ms of \"a\" is not known: Prometheus estimated 600.4 ms within a bucket whose ends its answer "
                                + "does not tell. Say which buckets the histogram has: buckets_ms in the mapping, such as "
                                + "buckets_ms: [100, 250, 500]. Or ask for the buckets in place of the percentile: sum by (le, "
                                + "route) (rate(..._bucket[5m])).");
    }

    @Test
    void takesTheEndOfTheBucketThatTheMappingNames() throws IOException {
        LoadTestResult test = read(BUCKETS, "ttft_p95_seconds", vector(instant(route("a"), "0.6004")));

        assertThat(test.routes().toString()).isEqualTo("{a={\"ttft_p95_ms\":1000.0}}");
        assertThat(test.notes())
                .containsExactly(
                        "ttft_p95_ms of \"a\" is only known to be at most 1000 ms, the end of its bucket, which counts.");
    }

    @Test
    void knowsNothingFromTheLargestBucketOn() throws IOException {
        LoadTestResult test = read(BUCKETS, "ttft_p95_seconds", vector(instant(route("a"), "2.5")));

        assertThat(test.routes().toString()).isEqualTo("{a={}}");
        assertThat(test.notes())
                .containsExactly(
                        "ttft_p95_ms of \"a\" is only known to be at least 2500 ms: it reaches the largest bucket of "
                                + "the histogram.");
    }

    /** Of 1000 there are 940 up to 250, 20 more up to 1000 and the others up to 2500 ms. */
    @ParameterizedTest
    @CsvSource({
        "ttft_p50_ms, 250",
        "ttft_p95_ms, 1000",
        "p96_ms, 1000",
        "p97_ms, 2500",
        "p999_ms, 2500",
        "p100_ms, 2500"
    })
    void takesTheEndOfTheBucketWhereTheBucketsAreAskedFor(String field, double ms) throws IOException {
        LoadTestResult test = read(
                Mapping.none(),
                field,
                vector(bucket("250", 940), bucket("1000", 960), bucket("2500", 1_000), bucket("+Inf", 1_000)));

        assertThat(test.routes().toString()).isEqualTo("{a={\"" + field + "\":" + ms + "}}");
        assertThat(test.notes())
                .hasSize(1)
                .first()
                .asString()
                .startsWith(field + " of \"a\" is only known to be at most ");
    }

    @Test
    void knowsNothingBeyondTheLargestBucketThatIsAskedFor() throws IOException {
        LoadTestResult test = read(Mapping.none(), "ttft_p95_ms", vector(bucket("250", 940), bucket("+Inf", 1_000)));

        assertThat(test.routes().toString()).isEqualTo("{a={}}");
        assertThat(test.notes())
                .containsExactly(
                        "ttft_p95_ms of \"a\" is only known to be at least 250 ms: it is in the last bucket, which "
                                + "has no upper bound.");
    }

    @Test
    void measuresTheQuantileOfASummary() throws IOException {
        LoadTestResult test = read(
                Mapping.none(), "ttft_p99_seconds", vector(instant(route("a") + ",\"quantile\":\"0.99\"", "0.6004")));

        assertThat(test.routes().toString()).isEqualTo("{a={\"ttft_p99_ms\":600.4}}");
        assertThat(test.notes()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "1.0"})
    void takesTheHighestQuantileOfASummary(String quantile) throws IOException {
        LoadTestResult test = read(
                Mapping.none(),
                "ttft_p99_seconds",
                vector(instant(route("a") + ",\"quantile\":\"" + quantile + "\"", "0.6004")));

        assertThat(test.routes().toString()).isEqualTo("{a={\"ttft_p99_ms\":600.4}}");
        assertThat(test.notes())
                .containsExactly("The quantile " + quantile + " is taken as ttft_p99_ms, and is no lower.");
    }

    @Test
    void knowsNothingOfAnEstimateOfWhatIsNoDuration() throws IOException {
        LoadTestResult test = read(Mapping.none(), "tokens_per_second_p05", vector(instant(route("a"), "41.5")));

        assertThat(test.routes().toString()).isEqualTo("{a={}}");
        assertThat(test.notes())
                .containsExactly(
                        "tokens_per_second_p05 of \"a\" is not known: a percentile that Prometheus calculates is an estimate "
                                + "within a bucket. If it was measured, give it the label quantile in the query.");
        assertThat(read(
                                Mapping.none(),
                                "tokens_per_second_p05",
                                vector(instant(route("a") + ",\"quantile\":\"0.05\"", "41.5")))
                        .routes()
                        .toString())
                .isEqualTo("{a={\"tokens_per_second_p05\":41.5}}");
    }

    @Test
    void takesWhatIsNoPercentileByItsNameAsItIs() throws IOException {
        LoadTestResult test = read(Mapping.none(), "ttft_mean_ms", matrix(range(route("a"), "310.5", "351.5")));

        assertThat(test.routes().toString()).isEqualTo("{a={\"ttft_mean_ms\":351.5}}");
    }

    @Test
    void readsNoBucketsOfWhatIsNoPercentile() {
        assertThatThrownBy(() -> read(Mapping.none(), "ttft_mean_ms", vector(bucket("+Inf", 9))))
                .isInstanceOf(UnreadableResultException.class)
                .hasMessageStartingWith("The series {route=a, le=+Inf} is a bucket of a histogram, not a number.");
    }

    private static LoadTestResult read(Mapping mapping, String field, String answer) throws IOException {
        return ImportedFile.read(new Prometheus(), mapping, file(field, answer));
    }

    private static String bucket(String bound, int count) {
        return instant(route("a") + ",\"le\":\"" + bound + "\"", "" + count);
    }
}
