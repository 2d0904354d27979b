package dev.shipgate.ingest.jmeter;

import static dev.shipgate.ingest.request.ImportedFile.mapping;
import static dev.shipgate.ingest.request.ImportedFile.route;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Named.named;

import dev.shipgate.ingest.mapping.Mapping;
import dev.shipgate.ingest.measure.Provenance;
import dev.shipgate.ingest.read.UnreadableResultException;
import dev.shipgate.ingest.request.ImportedFile;
import dev.shipgate.ingest.request.LoadTestResult;
import dev.shipgate.ingest.tool.ResultFormat;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A table, and the statistics that the dashboard of JMeter has of the same samples: 100 of "find", which took 10, 20 up
 * to 1,000 ms, and 3 of "book", all of which failed. {@link JMeterIT} compares those that JMeter itself writes.
 */
class JMeterSamplesTest {

    private static final byte[] TABLE = table().getBytes(StandardCharsets.UTF_8);

    private static final byte[] STATISTICS = """
            {"find":{"transaction":"find","sampleCount":100,"errorCount":0,"errorPct":0.0,"meanResTime":505.0,
            "medianResTime":505.0,"minResTime":10.0,"maxResTime":1000.0,"pct1ResTime":909.0,"pct2ResTime":959.5,
            "pct3ResTime":999.9},
            "book":{"transaction":"book","sampleCount":3,"errorCount":3,"errorPct":100.0,"meanResTime":20.0,
            "medianResTime":20.0,"minResTime":10.0,"maxResTime":30.0,"pct1ResTime":30.0,"pct2ResTime":30.0,
            "pct3ResTime":30.0},
            "Total":{"transaction":"Total","sampleCount":103,"errorCount":3,"errorPct":2.9126215,"meanResTime":490.87,
            "medianResTime":490.0,"minResTime":10.0,"maxResTime":1000.0,"pct1ResTime":906.0,"pct2ResTime":958.0,
            "pct3ResTime":999.6}}
            """.getBytes(StandardCharsets.UTF_8);

    private final ResultFormat jmeter = new JMeter();

    private static String table() {
        StringBuilder table =
                new StringBuilder("timeStamp,elapsed,label,responseCode,responseMessage,threadName,success\n");
        for (int i = 1; i <= 100; i++) {
            table.append("%d,%d,find,200,OK,Users 1-1,true\n".formatted(1_000_000_000_000L + i * 2_000L, i * 10));
        }
        for (int i = 1; i <= 3; i++) {
            table.append("%d,%d,book,500,No,Users 1-1,false\n".formatted(1_000_000_300_000L + i * 2_000L, i * 10));
        }
        return table.toString();
    }

    private static Stream<Named<byte[]>> files() {
        return Stream.of(named("the table", TABLE), named("the statistics", STATISTICS));
    }

    /** The dashboard has no samples, and so no interval. */
    @ParameterizedTest
    @MethodSource("files")
    void readsTheSameFromTheTableAndFromTheDashboard(byte[] file) throws IOException {
        LoadTestResult test = ImportedFile.read(jmeter, file, Mapping.none());

        String interval = file == TABLE ? "\"p95_low_ms\":900.0,\"p95_high_ms\":990.0," : "";
        assertThat(route(test, "find"))
                .hasToString("{\"p95_ms\":959.5," + interval + "\"error_rate\":0.0,\"samples\":100,\"failed\":0}");
        assertThat(route(test, "book")).hasToString("{\"p95_ms\":30.0,\"error_rate\":1.0,\"samples\":3,\"failed\":3}");
        assertThat(test.routes()).hasSize(2);
        assertThat(test.notes()).isEmpty();
    }

    @Test
    void saysWhereTheNumbersComeFrom() throws IOException {
        assertThat(ImportedFile.read(jmeter, TABLE, Mapping.none()).provenance())
                .isEqualTo(new Provenance(
                        "jmeter",
                        null,
                        "JTL (CSV)",
                        "of all requests, failed ones included: the value at rank 0.95 * (n + 1), interpolated (Hyndman-Fan 6)",
                        "success is false: the sampler took the answer for an error, or an assertion failed"));
    }

    @ParameterizedTest
    @MethodSource("files")
    void refusesWhatIsCutOffWithinARow(byte[] whole) {
        for (int length : new int[] {1, 7, 100, whole.length / 3, whole.length / 2 + 1, whole.length - 2}) {
            byte[] cut = Arrays.copyOf(whole, length);
            assertThatThrownBy(() -> ImportedFile.read(jmeter, cut, Mapping.none()))
                    .as("The first %d bytes", length)
                    .isInstanceOf(UnreadableResultException.class);
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void failsAsItShouldWhenBytesAreChanged(byte[] file) throws IOException {
        ImportedFile.readMutations(jmeter, mapping("route: all"), file, 20261129);
    }
}
