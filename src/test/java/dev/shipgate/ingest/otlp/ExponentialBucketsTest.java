package dev.shipgate.ingest.otlp;

import static dev.shipgate.ingest.otlp.Exported.DELTA;
import static dev.shipgate.ingest.otlp.Exported.attributes;
import static dev.shipgate.ingest.otlp.Exported.exponentialPoint;
import static dev.shipgate.ingest.otlp.Exported.export;
import static dev.shipgate.ingest.otlp.Exported.metric;
import static dev.shipgate.ingest.request.ImportedFile.file;
import static dev.shipgate.ingest.request.ImportedFile.read;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shipgate.ingest.mapping.Mapping;
import dev.shipgate.ingest.read.UnreadableResultException;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class ExponentialBucketsTest {

    @Test
    void interpolatesWithinABucket() throws IOException {
        // With the scale 0 the bases are powers of two: 20 requests over 256 and not over 512 ms.
        assertThat(routes(exponentialPoint(attributes("a", 200), 0, 0, 8, 20)))
                .isEqualTo(
                        "{a={\"p95_ms\":499.2,\"p95_at_least_ms\":256.0,\"p95_at_most_ms\":512.0,\"error_rate\":0.0,\"samples\":20,\"failed\":0}}");
    }

    @Test
    void addsBucketsOfDifferentScalesAtTheLowerOne() throws IOException {
        // The scale 1 halves each of them: its buckets 14 to 17 are from 128 to 512 ms.
        assertThat(routes(
                        exponentialPoint(attributes("a", 200), 0, 0, 7, 4, 4),
                        exponentialPoint(attributes("a", 201), 1, 0, 14, 2, 3, 4, 3)))
                .isEqualTo(
                        "{a={\"p95_ms\":488.727,\"p95_at_least_ms\":256.0,\"p95_at_most_ms\":512.0,\"error_rate\":0.0,\"samples\":20,\"failed\":0}}");
    }

    @Test
    void lowersTheScaleOfValuesThatAreFarApart() throws IOException {
        // Two single values of the highest scale: 1 ms and 1024 ms, ten million buckets from one another.
        assertThat(routes(
                        exponentialPoint(attributes("a", 200), 20, 0, -1, 1),
                        exponentialPoint(attributes("a", 201), 20, 0, (10 << 20) - 1, 19)))
                .isEqualTo(
                        "{a={\"p95_ms\":1023.42,\"p95_at_least_ms\":1012.96,\"p95_at_most_ms\":1024.0,\"error_rate\":0.0,\"samples\":20,\"failed\":0}}");
    }

    @Test
    void readsNegativeOffsets() throws IOException {
        assertThat(routes(exponentialPoint(attributes("a", 200), 0, 0, -3, 20)))
                .isEqualTo(
                        "{a={\"p95_ms\":0.24375,\"p95_at_least_ms\":0.125,\"p95_at_most_ms\":0.25,\"error_rate\":0.0,\"samples\":20,\"failed\":0}}");
    }

    @Test
    void countsZeros() throws IOException {
        assertThat(routes(exponentialPoint(attributes("a", 200), 0, 19, 8, 1)))
                .isEqualTo(
                        "{a={\"p95_ms\":0.0,\"p95_at_least_ms\":0.0,\"p95_at_most_ms\":0.0,\"error_rate\":0.0,\"samples\":20,\"failed\":0}}");
    }

    /** Their bounds are those of durations of any length, and only buckets with requests are listed. */
    @Test
    void wondersAtNoBounds() throws IOException {
        String inOneBucket = exponentialPoint(attributes("a", 200), 0, 0, 2, 50);

        assertThat(read(new Otlp(), Mapping.none(), file(null, exported(inOneBucket)))
                        .notes())
                .isEmpty();
    }

    @Test
    void refusesScalesThatNoExporterHas() {
        assertThatThrownBy(() -> routes(exponentialPoint(attributes("a", 200), 21, 0, 0, 1)))
                .isInstanceOf(UnreadableResultException.class)
                .hasMessage("Line 1: \"scale\" must be between -10 and 20, but is 21.");
    }

    @Test
    void refusesAPercentileBeyondAllNumbers() {
        assertThatThrownBy(() -> routes(exponentialPoint(attributes("a", 200), 0, 0, 2_000_000_000, 1)))
                .isInstanceOf(UnreadableResultException.class)
                .hasMessage("A bucket with requests has no finite bound. Are \"scale\" (0) and \"offset\" "
                        + "(2000000000) right?");
    }

    @Test
    void refusesNegativeDurations() {
        String point = exponentialPoint(attributes("a", 200), 0, 0, 0, 1)
                .replace("\"positive\"", "\"negative\":{\"bucketCounts\":[1]},\"positive\"");

        assertThatThrownBy(() -> routes(point))
                .isInstanceOf(UnreadableResultException.class)
                .hasMessage("Line 1: There are negative durations: \"negative\" must have no counts.");
    }

    private static String routes(String... points) throws IOException {
        return read(new Otlp(), Mapping.none(), file(null, exported(points)))
                .routes()
                .toString();
    }

    private static String exported(String... points) {
        return export("1", metric("http.server.request.duration", "ms", "exponentialHistogram", DELTA, points));
    }
}
