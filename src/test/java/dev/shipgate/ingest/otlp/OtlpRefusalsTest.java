package dev.shipgate.ingest.otlp;

import static dev.shipgate.ingest.otlp.Exported.CUMULATIVE;
import static dev.shipgate.ingest.otlp.Exported.DELTA;
import static dev.shipgate.ingest.otlp.Exported.attributes;
import static dev.shipgate.ingest.otlp.Exported.durations;
import static dev.shipgate.ingest.otlp.Exported.export;
import static dev.shipgate.ingest.otlp.Exported.metric;
import static dev.shipgate.ingest.otlp.Exported.ofResource;
import static dev.shipgate.ingest.otlp.Exported.point;
import static dev.shipgate.ingest.otlp.Exported.text;
import static dev.shipgate.ingest.request.ImportedFile.file;
import static dev.shipgate.ingest.request.ImportedFile.read;
import static dev.shipgate.ingest.request.ImportedFile.readMutations;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shipgate.ingest.mapping.Mapping;
import dev.shipgate.ingest.read.UnreadableResultException;
import dev.shipgate.testing.SampleFiles;
import java.io.IOException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OtlpRefusalsTest {

    private static final String SAMPLES = "otlp/";
    private static final String POINT = point("a", 200, 10, 20, 1, 2, 3, 4);

    @Test
    void refusesDifferentBoundsOfOneRoute() {
        refuses(
                export("1", durations(DELTA, POINT, point(attributes("a", 500), 10, 20, "0.1,0.5,2", 1, 0, 0, 0))),
                "Histograms of one route have different buckets, and cannot be added. Give all of them the same bounds.");
    }

    @Test
    void refusesARouteThatTwoServicesMeasure() {
        String other = "{\"attributes\":[" + text("service.name", "billing") + "]}";

        refuses(
                export("1", durations(DELTA, POINT)) + ofResource(other, durations(DELTA, POINT)),
                "The route \"a\" is measured by \"voice-agent\" (scope \"http\") and by \"billing\" (scope \"http\"). "
                        + "Export each to a file of its own, and import the one that is meant.");
    }

    @Test
    void refusesAnAttributeOfTheCallersThatNoRequestHas() {
        assertThatThrownBy(() -> read(
                        new Otlp(),
                        Mapping.none().with("a", "operation"),
                        file(null, export("1", durations(DELTA, POINT)))))
                .isInstanceOf(UnreadableResultException.class)
                .hasMessage("No request has the attribute \"operation\". The attributes are http.response.status_code, "
                        + "http.route.");
    }

    @Test
    void namesTheMetricsThatAreThereInstead() {
        refuses(
                export("1", metric("http.client.request.duration", "s", "histogram", DELTA, POINT)),
                "There are no points of http.server.request.duration or http.server.duration. There are "
                        + "http.client.request.duration.");
        refuses(
                "{\"resourceMetrics\":[]}",
                "There are no points of http.server.request.duration or "
                        + "http.server.duration. There are no other metrics either.");
        refuses("{\"resourceMetrics\":[]}\n[]\n", "Line 2: An export must be an object with \"resourceMetrics\".");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "us", "1"})
    void refusesToGuessAUnit(String unit) {
        refuses(
                export("1", metric("http.server.request.duration", unit, "histogram", DELTA, POINT)),
                "Line 1: \"unit\" of http.server.request.duration must be s or ms, but is \"" + unit + "\".");
    }

    @Test
    void refusesWhatIsNoHistogram() {
        refuses(
                export("1", metric("http.server.duration", "ms", "summary", DELTA, POINT)),
                "Line 1: http.server.duration must be a histogram, with explicit bounds or exponential, but has the "
                        + "fields name, unit, summary.");
        refuses(
                export("1", durations(0, POINT)),
                "Line 1: \"aggregationTemporality\" of http.server.request.duration must be 1 (delta) or 2 (cumulative), "
                        + "but is \"0\".");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"count\":\"10\"|\"count\":\"11\"|\"count\" must be the sum of the buckets, 10, but is 11.",
                "\"count\":\"10\"|\"count\":\"-1\"|\"count\" must be a whole number, 0 or more, but is \"-1\".",
                "\"count\":\"10\"|\"count\":1e3|\"count\" must be a whole number, 0 or more, but is 1000.0.",
                "\"count\":\"10\"|\"count\":\"9223372036854775808\"|\"count\" must be a whole number, 0 or more, but is "
                        + "\"9223372036854775808\".",
                "[\"1\",\"2\"|[\"9223372036854775807\",\"2\"|The counts 9223372036854775807 and 2 are too large to be "
                        + "added.",
                "[\"1\",\"2\"|[\"1\"|There are 3 \"bucketCounts\" and 3 \"explicitBounds\". There must be one count more "
                        + "than bounds.",
                "0.1,0.5|0.5,0.5|\"explicitBounds\" must increase, but [0.5,0.5,1] do not.",
                "0.1,0.5|\"NaN\",0.5|\"explicitBounds\" must be a finite number, but is [\"NaN\",0.5,1].",
                "\"timeUnixNano\":\"20\"|\"timeUnixNano\":\"9\"|\"timeUnixNano\" must be there and not before "
                        + "\"startTimeUnixNano\", but they are 9 and 10."
            })
    void refusesNumbersThatCannotBe(String right, String wrong, String message) {
        refuses(export("1", durations(DELTA, POINT.replace(right, wrong))), "Line 1: " + message);
    }

    @Test
    void refusesASumThatContradictsTheBuckets() {
        refuses(
                export("1", durations(DELTA, POINT.replace("\"count\"", "\"sum\":1.1,\"count\""))),
                "Line 1: The sum of the durations, 1100 ms, contradicts the buckets: the 10 durations in them are together at "
                        + "least 5700 ms. It would be right with another unit: maybe milliseconds were recorded where "
                        + "seconds are declared, or seconds where milliseconds are.");
    }

    @Test
    void refusesAStatusThatIsNone() {
        refuses(
                export("1", durations(DELTA, POINT.replace("\"intValue\":\"200\"", "\"stringValue\":\"2xx\""))),
                "The status code \"2xx\" must be a number of three digits, such as 200.");
    }

    @Test
    void refusesDeltasThatOverlap() {
        refuses(
                export("1", durations(DELTA, POINT)) + export("1", durations(DELTA, POINT)),
                "Line 2: Two delta points of the same attributes overlap: one ends at 20 and another starts at 10. Was an "
                        + "export written twice, or do two processes report as one? Give each a service.instance.id.");
    }

    @Test
    void refusesCumulativeCountsThatGoDown() {
        refuses(
                export("1", durations(CUMULATIVE, POINT))
                        + export("1", durations(CUMULATIVE, point("a", 200, 10, 30, 1, 2, 2, 9))),
                "Line 2: A cumulative count went from 3 down to 2 without a new \"startTimeUnixNano\". Do two processes "
                        + "report as one? Give each a service.instance.id.");
    }

    @Test
    void refusesAChangeOfTemporality() {
        refuses(
                export("1", durations(DELTA, POINT)) + export("1", durations(CUMULATIVE, POINT)),
                "Line 2: \"aggregationTemporality\" of one process changes between delta and cumulative.");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 100, 4_000, 6_000, 12_000})
    void refusesAFileThatIsCutOff(int length) throws IOException {
        byte[] cut = Arrays.copyOf(SampleFiles.read(SAMPLES + "explicit-cumulative.ndjson"), length);

        assertThatThrownBy(() -> read(new Otlp(), Mapping.none(), file(null, cut)))
                .isInstanceOf(UnreadableResultException.class)
                .hasMessageMatching("Line \\d: This is not JSON. Is the file cut off\\?");
    }

    @Test
    void refusesAnEmptyFile() {
        refuses("", "The file is empty.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"explicit-cumulative.ndjson", "exponential-delta.ndjson"})
    void readsOrRefusesDamagedFiles(String sample) throws IOException {
        readMutations(new Otlp(), Mapping.none(), SampleFiles.read(SAMPLES + sample), 20261126);
    }

    private static void refuses(String exports, String message) {
        assertThatThrownBy(() -> read(new Otlp(), Mapping.none(), file(null, exports)))
                .isInstanceOf(UnreadableResultException.class)
                .hasMessage(message);
    }
}
