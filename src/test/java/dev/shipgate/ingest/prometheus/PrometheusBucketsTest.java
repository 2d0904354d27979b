package dev.shipgate.ingest.prometheus;

import static dev.shipgate.ingest.ReadResults.file;
import static dev.shipgate.ingest.ReadResults.read;
import static dev.shipgate.ingest.prometheus.Answers.instant;
import static dev.shipgate.ingest.prometheus.Answers.matrix;
import static dev.shipgate.ingest.prometheus.Answers.range;
import static dev.shipgate.ingest.prometheus.Answers.route;
import static dev.shipgate.ingest.prometheus.Answers.vector;
import static org.assertj.core.api.Assertions.assertThat;

import dev.shipgate.ingest.LoadTest;
import dev.shipgate.ingest.Mapping;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code histogram_quantile} never says more than the largest finite bucket. */
class PrometheusBucketsTest {

    @Test
    void knowsABoundOnlyWhereTheLargestBucketIsReached() throws IOException {
        LoadTest test =
                read(new Prometheus(), largestBucket(1000), file("p95_seconds", vector(instant(route("a"), "1"))));

        assertThat(test.routes().toString()).isEqualTo("{a={\"p95_at_least_ms\":1000.0}}");
        assertThat(test.notes())
                .containsExactly("The percentile of \"a\" is only known to be at least 1000 ms: it reaches the largest "
                        + "bucket of the histogram.");
    }

    @Test
    void knowsTheValueBelowTheLargestBucketHoweverOftenItComes() throws IOException {
        assertThat(routes("p95_seconds", largestBucket(10_000), matrix(range(route("a"), "1", "1"))))
                .isEqualTo("{a={\"p95_ms\":1000.0}}");
    }

    @Test
    void takesTheWorstValueAsABucketWhenItComesTwice() throws IOException {
        assertThat(routes("p95_seconds", Mapping.NONE, matrix(range(route("a"), "0.3", "2.5", "2.5"))))
                .isEqualTo("{a={\"p95_at_least_ms\":2500.0}}");
    }

    @Test
    void knowsTheValueWhenAnotherOneComesTwice() throws IOException {
        assertThat(routes("p95_seconds", Mapping.NONE, matrix(range(route("a"), "0.3", "0.3", "2.4"))))
                .isEqualTo("{a={\"p95_ms\":2400.0}}");
    }

    @ParameterizedTest
    @ValueSource(ints = {5, 10, 30, 60})
    void takesWhatIsUsualAsTheLargestBucketAsABound(int seconds) throws IOException {
        assertThat(routes("p95_seconds", Mapping.NONE, vector(instant(route("a"), "" + seconds))))
                .isEqualTo("{a={\"p95_at_least_ms\":" + seconds + "000.0}}");
    }

    @Test
    void knowsNoValueBeyondInfinity() throws IOException {
        assertThat(routes("p95_seconds", Mapping.NONE, matrix(range(route("a"), "0.3", "+Inf"))))
                .isEqualTo("{a={\"p95_at_least_ms\":300.0}}");
        assertThat(routes("p95_seconds", largestBucket(2000), vector(instant(route("a"), "+Inf"))))
                .isEqualTo("{a={\"p95_at_least_ms\":2000.0}}");
    }

    @Test
    void knowsNothingOfInfinityAlone() throws IOException {
        LoadTest test = read(new Prometheus(), Mapping.NONE, file("p95_ms", vector(instant(route("a"), "+Inf"))));

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
        return Mapping.read(("largest_bucket_ms: " + ms).getBytes(StandardCharsets.UTF_8));
    }

    private static String routes(String field, Mapping mapping, String answer) throws IOException {
        return read(new Prometheus(), mapping, file(field, answer)).routes().toString();
    }
}
