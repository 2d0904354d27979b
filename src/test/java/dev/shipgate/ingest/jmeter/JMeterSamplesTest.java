package dev.shipgate.ingest.jmeter;

import static dev.shipgate.ingest.request.OneFormat.mapping;
import static dev.shipgate.ingest.request.OneFormat.route;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shipgate.ingest.mapping.Mapping;
import dev.shipgate.ingest.measure.Provenance;
import dev.shipgate.ingest.read.UnreadableResultException;
import dev.shipgate.ingest.request.LoadTestResult;
import dev.shipgate.ingest.request.OneFormat;
import dev.shipgate.testing.SampleFiles;
import java.io.IOException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The table of a real test and what JMeter's own dashboard says of it. */
class JMeterSamplesTest {

    private static final String TABLE = "jmeter/apache-HTMLReportTestFile.csv";
    private static final String STATISTICS = "jmeter/apache-HTMLReportExpect.json";

    private final OneFormat jmeter = new OneFormat(new JMeter());

    @ParameterizedTest
    @ValueSource(strings = {TABLE, STATISTICS})
    void readsTheSameFromTheTableAndFromTheDashboard(String file) throws IOException {
        LoadTestResult test = jmeter.read(SampleFiles.read(file), Mapping.none());

        assertThat(route(test, "JR-OK")).hasToString("{\"p95_ms\":339.35,\"error_rate\":0.0,\"samples\":252}");
        assertThat(route(test, "JR-KO")).hasToString("{\"p95_ms\":329.0,\"error_rate\":1.0,\"samples\":3}");
        assertThat(test.routes()).hasSize(2);
        assertThat(test.notes()).isEmpty();
    }

    @Test
    void saysWhereTheNumbersComeFrom() throws IOException {
        assertThat(jmeter.read(SampleFiles.read(TABLE), Mapping.none()).provenance())
                .isEqualTo(new Provenance(
                        "jmeter",
                        null,
                        "JTL (CSV)",
                        "of all requests, failed ones included: the value at rank 0.95 * (n + 1), interpolated (Hyndman-Fan 6)",
                        "success is false: the sampler took the answer for an error, or an assertion failed"));
    }

    @ParameterizedTest
    @ValueSource(strings = {TABLE, STATISTICS})
    void refusesWhatIsCutOffWithinARow(String file) throws IOException {
        byte[] whole = SampleFiles.read(file);

        for (int length : new int[] {1, 7, 100, whole.length / 3, whole.length / 2 + 1, whole.length - 2}) {
            byte[] cut = Arrays.copyOf(whole, length);
            assertThatThrownBy(() -> jmeter.read(cut, Mapping.none()))
                    .as("The first %d bytes", length)
                    .isInstanceOf(UnreadableResultException.class);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {TABLE, STATISTICS})
    void failsAsItShouldWhenBytesAreChanged(String file) throws IOException {
        jmeter.survivesChanges(SampleFiles.read(file), mapping("route: all"), 300);
    }
}
