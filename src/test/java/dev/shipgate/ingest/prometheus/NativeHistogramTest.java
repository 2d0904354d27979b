package dev.shipgate.ingest.prometheus;

import static dev.shipgate.ingest.prometheus.PrometheusAnswers.matrix;
import static dev.shipgate.ingest.prometheus.PrometheusAnswers.route;
import static dev.shipgate.ingest.prometheus.PrometheusAnswers.vector;
import static dev.shipgate.ingest.request.ImportedFile.file;
import static dev.shipgate.ingest.request.ImportedFile.read;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shipgate.ingest.mapping.Mapping;
import dev.shipgate.ingest.read.UnreadableResultException;
import dev.shipgate.ingest.request.LoadTestResult;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The native histograms of Prometheus. */
class NativeHistogramTest {

    @Test
    void readsTheBucketsOfANativeHistogram() throws IOException {
        String histogram = "{\"count\":\"100\",\"sum\":\"12\",\"buckets\":[[3,\"-0.001\",\"0.001\",\"5\"],"
                + "[0,\"0.0625\",\"0.125\",\"85\"],[0,\"0.25\",\"0.5\",\"10\"]]}";

        assertThat(routes(
                        "p95_seconds",
                        Mapping.none(),
                        vector("{\"metric\":{" + route("a") + "},\"histogram\":[1795471692," + histogram + "]}")))
                .isEqualTo("{a={\"p95_ms\":375.0,\"p95_at_least_ms\":250.0,\"p95_at_most_ms\":500.0}}");
        assertThat(routes(
                        "p95_seconds",
                        Mapping.none(),
                        matrix("{\"metric\":{" + route("a") + "},\"histograms\":[[1795471692," + histogram + "]]}")))
                .isEqualTo("{a={\"p95_ms\":375.0,\"p95_at_least_ms\":250.0,\"p95_at_most_ms\":500.0}}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1000 | 12 | The histogram {route=a}: \"count\" is 1000, but the buckets have 100 in all. Values that are NaN "
                        + "are in no bucket: were there any?",
                "99 | 12 | The histogram {route=a}: \"count\" is 99, but the buckets have 100 in all. Values that are NaN "
                        + "are in no bucket: were there any?",
                "100 | 420000 | The sum of the durations, 420000000 ms, contradicts the buckets: the 100 durations in them are "
                        + "together at least 7812.5 and at most 15630 ms."
            })
    void refusesANativeHistogramThatContradictsItself(String count, String sum, String message) {
        assertThatThrownBy(() -> routes("p95_seconds", Mapping.none(), vector(nativeHistogram(count, sum))))
                .isInstanceOf(UnreadableResultException.class)
                .hasMessage(message);
    }

    @ParameterizedTest
    @CsvSource({"100, NaN", "100.00001, 12"})
    void takesANativeHistogramThatDoesNot(String count, String sum) throws IOException {
        assertThat(routes("p95_seconds", Mapping.none(), vector(nativeHistogram(count, sum))))
                .isEqualTo("{a={\"p95_ms\":375.0,\"p95_at_least_ms\":250.0,\"p95_at_most_ms\":500.0}}");
    }

    @Test
    void refusesDurationsBelowZero() {
        String histogram = "{\"count\":\"100\",\"sum\":\"12\",\"buckets\":[[1,\"-0.5\",\"-0.25\",\"5\"],"
                + "[0,\"0.25\",\"0.5\",\"95\"]]}";

        assertThatThrownBy(() -> routes(
                        "p95_seconds",
                        Mapping.none(),
                        vector("{\"metric\":{" + route("a") + "},\"histogram\":[1795471692," + histogram + "]}")))
                .isInstanceOf(UnreadableResultException.class)
                .hasMessage("The bucket that ends at -0.25 has 5. A duration is 0 or more. Maybe the histogram is of "
                        + "something else?");
    }

    @Test
    void takesABucketBelowZeroThatHasNothing() {
        RawHistogram histogram = new RawHistogram(
                List.of(new RawBucket(0, -1, 0), new RawBucket(-1, 250, 10), new RawBucket(250, 500, 0)), null, true);

        assertThat(histogram.durations(false).percentile(0.95).atMostMs()).isEqualTo(250.0);
    }

    /** Only its buckets with values are listed, and their bounds say nothing of the unit. */
    @Test
    void wondersAtNoBoundsOfANativeHistogram() throws IOException {
        String histogram = "{\"count\":\"100\",\"sum\":\"2\",\"buckets\":[[0,\"0.015625\",\"0.03125\",\"100\"]]}";
        LoadTestResult test = read(
                new Prometheus(),
                Mapping.none(),
                file("p95_seconds", vector("{\"metric\":{" + route("a") + "},\"histogram\":[1," + histogram + "]}")));

        assertThat(test.notes()).isEmpty();
    }

    private static String nativeHistogram(String count, String sum) {
        return "{\"metric\":{" + route("a") + "},\"histogram\":[1795471692,{\"count\":\"" + count + "\",\"sum\":\""
                + sum
                + "\",\"buckets\":[[3,\"-0.001\",\"0.001\",\"5\"],[0,\"0.0625\",\"0.125\",\"85\"],"
                + "[0,\"0.25\",\"0.5\",\"10\"]]}]}";
    }

    private static String routes(String field, Mapping mapping, String answer) throws IOException {
        return read(new Prometheus(), mapping, file(field, answer)).routes().toString();
    }
}
