package dev.shipgate.ingest.measure;

import static dev.shipgate.ingest.request.ImportedFile.onRoute;
import static dev.shipgate.ingest.request.ImportedFile.refusal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shipgate.ingest.artillery.Artillery;
import dev.shipgate.ingest.autocannon.Autocannon;
import dev.shipgate.ingest.k6.K6;
import dev.shipgate.ingest.locust.Locust;
import dev.shipgate.ingest.read.UnreadableResultException;
import dev.shipgate.ingest.tool.ResultFormat;
import dev.shipgate.ingest.wrk.Wrk;
import dev.shipgate.testing.SampleFiles;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class RisingPercentilesTest {

    private static Stream<Arguments> filesWithOnePercentileChanged() {
        return Stream.of(
                Arguments.of(
                        new K6(),
                        "k6/handle-summary.json",
                        "570.5563275500001",
                        "57.05",
                        "\"p(95)\" of http_req_duration{name:book_table} is 57.05 ms, and \"p(90)\", which cannot be more, is "
                                + "520.581 ms. Was the file changed?"),
                Arguments.of(
                        new K6(),
                        "k6/summary-export.json",
                        "\"max\": 98.798872",
                        "\"max\": 9.8",
                        "\"max\" of http_req_duration{name:opening_hours} is 9.8 ms, and \"p(95)\", which cannot be more, is "
                                + "96.5638 ms. Was the file changed?"),
                Arguments.of(
                        new Locust(),
                        "locust/out_stats.csv",
                        "12,16,19,25",
                        "12,6,19,25",
                        "\"95%\" of the row in line 2 is 6 ms, and \"90%\", which cannot be more, is 12 ms. Was the file "
                                + "changed?"),
                Arguments.of(
                        new Artillery(),
                        "artillery/report-v2.0.20.json",
                        "\"p95\": 89.1",
                        "\"p95\": 8.9",
                        "\"plugins.metrics-by-endpoint.response_time.llm\" is 8.9 ms"),
                Arguments.of(
                        new Autocannon(),
                        "autocannon/result-tts.json",
                        "\"p97_5\":45",
                        "\"p97_5\":5",
                        "\"p97_5\" of latency is 5 ms, and \"p90\", which cannot be more, is 25 ms. Was the file changed?"),
                Arguments.of(
                        new Autocannon(),
                        "autocannon/result-tts.json",
                        "\"min\":7",
                        "\"min\":70",
                        "\"p0_001\" of latency is 7 ms, and \"min\", which cannot be more, is 70 ms. Was the file changed?"),
                Arguments.of(
                        new Autocannon(),
                        "autocannon/result-tts.json",
                        "\"max\":112",
                        "\"max\":11",
                        "\"max\" of latency is 11 ms, and \"p99_999\", which cannot be more, is 112 ms. Was the file changed?"),
                Arguments.of(
                        new K6(),
                        "k6/summary-export.json",
                        "\"min\": ",
                        "\"min\": -",
                        " ms. A duration must not be negative."),
                Arguments.of(
                        new Wrk(),
                        "wrk/tts-latency-lua.txt",
                        "\"p95\":26635",
                        "\"p95\":2663",
                        "\"p95\" of latency_us is 2.663 ms, and \"p90\", which cannot be more, is 21.976 ms. Was the file "
                                + "changed?"));
    }

    @ParameterizedTest
    @MethodSource("filesWithOnePercentileChanged")
    void aFileWhosePercentilesDoNotRiseIsRefused(
            ResultFormat tool, String file, String right, String wrong, String told) {
        assertThat(refusal(tool, SampleFiles.text(file).replace(right, wrong), onRoute()))
                .contains(told);
    }

    @Test
    void aNegativeDurationIsNamed() {
        Map<String, Double> millis = Map.of("min", -3.0, "p95", 4.0);

        assertThatThrownBy(() -> RisingPercentiles.require(
                        "x", Map.of("min", 0.0, "p95", 95.0), millis::get, RisingPercentiles.WAS_IT_CHANGED))
                .isInstanceOf(UnreadableResultException.class)
                .hasMessage("\"min\" of x is -3 ms. A duration must not be negative.");
    }

    /** They estimate within 1 %, and round: 201 ms of a longest one of 200 ms. */
    @Test
    void whatToolsEstimateIsTaken() {
        Map<String, Double> millis = Map.of("min", 5.0, "p50", 4.9, "p99", 201.0, "max", 200.0);

        assertThatCode(() -> RisingPercentiles.require(
                        "x",
                        Map.of("min", 0.0, "p50", 50.0, "p95", 95.0, "p99", 99.0, "max", 100.0),
                        millis::get,
                        RisingPercentiles.WAS_IT_CHANGED))
                .doesNotThrowAnyException();
    }
}
