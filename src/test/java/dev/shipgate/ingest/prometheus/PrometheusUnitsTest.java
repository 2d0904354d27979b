package dev.shipgate.ingest.prometheus;

import static dev.shipgate.ingest.prometheus.PrometheusAnswers.instant;
import static dev.shipgate.ingest.prometheus.PrometheusAnswers.route;
import static dev.shipgate.ingest.prometheus.PrometheusAnswers.vector;
import static dev.shipgate.ingest.request.ImportedFile.file;
import static dev.shipgate.ingest.request.ImportedFile.read;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shipgate.ingest.mapping.Mapping;
import dev.shipgate.ingest.read.UnreadableResultException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Seconds that are read as milliseconds keep every budget. */
class PrometheusUnitsTest {

    @Test
    void wondersAtBucketsOfSecondsThatAreReadAsMilliseconds() throws IOException {
        String answer = vector(bucket("0.25", 900), bucket("2.5", 1_000), bucket("10", 1_000), bucket("+Inf", 1_000));

        assertThat(read(new Prometheus(), Mapping.none(), file("p95_ms", answer))
                        .notes())
                .containsExactly(
                        "\"a\": The largest bucket ends at 10 ms. Maybe its bounds are seconds, and not milliseconds?");
        assertThat(read(new Prometheus(), Mapping.none(), file("p95_seconds", answer))
                        .notes())
                .isEmpty();
    }

    /** 2.3 s, read as 2.3 ms, would be within the first bucket. */
    @Test
    void wondersAtPercentilesThatAreAllInTheFirstBucketOfTheMapping() throws IOException {
        Mapping mapping = Mapping.read("buckets_ms: [100, 250, 5000]".getBytes(StandardCharsets.UTF_8));

        assertThat(read(new Prometheus(), mapping, file("p95_ms", vector(instant(route("a"), "2.3"))))
                        .notes())
                .containsExactly("All of p95_ms are below 100 ms. Are they seconds? Then name the field p95_seconds.");
        assertThat(read(new Prometheus(), mapping, file("p95_ms", vector(instant(route("a"), "123.4"))))
                        .notes())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "p95_ms, http_request_duration_seconds_bucket, seconds, p95_seconds",
        "ttft_p95_ms, job:ttft_seconds:p95, seconds, ttft_p95_seconds",
        "p95_seconds, http_server_duration_milliseconds_bucket, milliseconds, p95_ms",
        "p95_seconds, latency_ms, milliseconds, p95_ms"
    })
    void refusesAMetricWhoseNameSaysAnotherUnit(String field, String metric, String unit, String right) {
        assertThatThrownBy(() -> summary(field, metric))
                .isInstanceOf(UnreadableResultException.class)
                .hasMessage("The metric " + metric + " is of " + unit + ", by its name, and the field " + field
                        + " is not. Name the field " + right + ".");
    }

    @Test
    void refusesUnitsThatNoFieldHas() {
        assertThatThrownBy(() -> summary("p95_ms", "rpc_duration_microseconds"))
                .hasMessage(
                        "The metric rpc_duration_microseconds is of microseconds, by its name, and the field p95_ms is "
                                + "not. Divide in the query, to get seconds, and name the field for them.");
    }

    @ParameterizedTest
    @CsvSource({
        "p95_seconds, http_request_duration_seconds_bucket, 250000",
        "p95_ms, rpc_latency_ms, 250",
        "p95_ms, job:latency_seconds:p95_ms, 250",
        "p95_ms, rooms, 250"
    })
    void readsAMetricWhoseNameSaysTheSameOrNothing(String field, String metric, double ms) throws IOException {
        assertThat(summary(field, metric)).isEqualTo("{a={\"p95_ms\":" + ms + "}}");
    }

    private static String summary(String field, String metric) throws IOException {
        String series = route("a") + ",\"quantile\":\"0.95\",\"__name__\":\"" + metric + "\"";
        return read(new Prometheus(), Mapping.none(), file(field, vector(instant(series, "250"))))
                .routes()
                .toString();
    }

    private static String bucket(String bound, int count) {
        return instant(route("a") + ",\"le\":\"" + bound + "\"", "" + count);
    }
}
