package dev.shipgate.ingest.ghz;

import static dev.shipgate.ingest.request.ImportedFile.mapping;
import static dev.shipgate.ingest.request.ImportedFile.onRoute;
import static dev.shipgate.ingest.request.ImportedFile.read;
import static dev.shipgate.ingest.request.ImportedFile.readMutations;
import static dev.shipgate.ingest.request.ImportedFile.refusal;
import static dev.shipgate.ingest.request.ImportedFile.wholeTest;
import static org.assertj.core.api.Assertions.assertThat;

import dev.shipgate.ingest.mapping.Mapping;
import dev.shipgate.ingest.measure.RecordingSink;
import dev.shipgate.ingest.read.ResultFile;
import dev.shipgate.ingest.recognition.ResultFormats;
import dev.shipgate.ingest.request.LoadTestImporter;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collections;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The form is that of ghz's own source code (runner/reporter.go). */
class GhzTest {

    private static final String UNAVAILABLE = "rpc error: code = Unavailable desc = no";

    private final Ghz ghz = new Ghz();

    private static String report(String statuses, String errors, String details) {
        return """
                {"name":"quotes","options":{"call":"quotes.Quotes.Get","count-errors":false},"date":"2026-11-23T21:49:50Z",
                "endReason":"normal","count":200,"total":1000000000,"average":33000000,"fastest":20000000,"slowest":90000000,
                "rps":200,"errorDistribution":{%s},"statusCodeDistribution":{%s},
                "latencyDistribution":[{"percentage":10,"latency":21000000},{"percentage":50,"latency":32000000},
                {"percentage":90,"latency":50000000},{"percentage":95,"latency":57500000},{"percentage":99,"latency":80000000}],
                "histogram":null,"details":%s}
                """.formatted(errors, statuses, details);
    }

    private static String withoutDetails() {
        return report("\"OK\":190,\"Unavailable\":10", "\"" + UNAVAILABLE + "\":10", "null");
    }

    private static String ofAllCalls() {
        return withoutDetails().replace("\"count-errors\":false", "\"count-errors\":true");
    }

    /** 200 calls of 1 to 200 ms, of which the slowest failed. */
    private static String details(int failed) {
        return IntStream.rangeClosed(1, 200)
                .mapToObj(ms -> "{\"timestamp\":\"2026-11-23T21:49:50.1+01:00\",\"latency\":" + ms * 1_000_000L
                        + (ms > 200 - failed
                                ? ",\"error\":\"" + UNAVAILABLE + "\",\"status\":\"Unavailable\"}"
                                : ",\"error\":\"\",\"status\":\"OK\"}"))
                .collect(Collectors.joining(",", "[", "]"));
    }

    @Test
    void takesThePercentileThatGhzCalculatedWhereThereAreNoRows() {
        assertThat(wholeTest(ghz, withoutDetails()))
                .hasToString("{\"p95_at_least_ms\":57.5,\"error_rate\":0.05,\"samples\":200,\"failed\":10}");
        assertThat(read(ghz, withoutDetails(), onRoute()).notes())
                .containsExactly(
                        "10 calls failed, and are not in ghz's percentiles. They count as slower than all others, so that the "
                                + "95th percentile is only known within bounds. Run ghz with --count-errors to have it of "
                                + "all calls.");
        assertThat(read(ghz, ofAllCalls(), onRoute()).notes()).isEmpty();
        assertThat(wholeTest(ghz, ofAllCalls()))
                .hasToString("{\"p95_ms\":57.5,\"error_rate\":0.05,\"samples\":200,\"failed\":10}");
    }

    @Test
    void findsThePercentileOfAllCallsInTheRowsAlsoOfThoseThatFailed() {
        String file = report("\"OK\":190,\"Unavailable\":10", "\"" + UNAVAILABLE + "\":10", details(10));

        // At the rank 0.95 * 201: between 190 and 191 ms.
        assertThat(wholeTest(ghz, file))
                .hasToString(
                        "{\"p95_ms\":190.95,\"p95_low_ms\":185.0,\"p95_high_ms\":198.007,\"error_rate\":0.05,\"samples\":200,\"failed\":10}");
    }

    /** ghz writes when a call ended. */
    @Test
    void findsWhenACallStarted() throws IOException {
        RecordingSink tally = new RecordingSink();
        String call = "[{\"timestamp\":\"2026-11-23T21:49:50.1+01:00\",\"latency\":60000000000,\"error\":\"\","
                + "\"status\":\"OK\"}]";
        String file = report("\"OK\":1", "", call).replace("\"count\":200", "\"count\":1");

        ghz.read(new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8)), Mapping.none(), tally);

        assertThat(tally.startsMs())
                .containsExactly(Instant.parse("2026-11-23T20:48:50.100Z").toEpochMilli());
    }

    @Test
    void readsAReportWithoutOptionsAndHistogram() {
        String file = withoutDetails()
                .replaceAll("\"options\":\\{[^}]*},", "")
                .replace("\"histogram\":null,\"details\":null", "\"tags\":{}");

        assertThat(wholeTest(ghz, file)).isEqualTo(wholeTest(ghz, withoutDetails()));
    }

    @Test
    void refusesAHistogramOfOtherCalls() {
        String file = withoutDetails()
                .replace(
                        "\"histogram\":null",
                        "\"histogram\":[{\"mark\":0.02,\"count\":150},{\"mark\":0.09,\"count\":%d}]");

        assertThat(wholeTest(ghz, file.formatted(40))).isEqualTo(wholeTest(ghz, withoutDetails()));
        assertThat(refusal(ghz, file.formatted(50), onRoute()))
                .isEqualTo("\"histogram\" has 200 calls, but the percentiles are of 190.");
    }

    @Test
    void refusesMoreCallsThanGhzKeeps() {
        assertThat(refusal(
                        ghz,
                        report("\"OK\":1000001", "", "null").replace("\"count\":200", "\"count\":1000001"),
                        onRoute()))
                .isEqualTo(
                        "\"count\" is 1000001. ghz keeps the first 1000000 calls only, so that its percentiles are not of "
                                + "later ones. Send fewer in one run.");
    }

    @Test
    void knowsBoundsWhereThe95thIsNotThere() {
        assertThat(wholeTest(ghz, ofAllCalls().replace("{\"percentage\":95,\"latency\":57500000},", "")))
                .hasToString(
                        "{\"p95_at_least_ms\":50.0,\"p95_at_most_ms\":80.0,\"error_rate\":0.05,\"samples\":200,\"failed\":10}");
    }

    @Test
    void takesAHigherPercentileWhenTheMappingSaysSo() {
        assertThat(read(ghz, ofAllCalls(), mapping("route: quote", "p95: '99'")).routes())
                .hasToString("{quote={\"p95_ms\":80.0,\"error_rate\":0.05,\"samples\":200,\"failed\":10}}");
        assertThat(refusal(ghz, withoutDetails(), mapping("route: quote", "p95: '90'")))
                .contains("which is lower");
    }

    @Test
    void measuresNothingOfNoCalls() {
        String none = withoutDetails()
                .replace("\"count\":200", "\"count\":0")
                .replace("\"OK\":190,\"Unavailable\":10", "")
                .replace("\"" + UNAVAILABLE + "\":10", "");

        assertThat(wholeTest(ghz, none)).hasToString("{\"samples\":0}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "\"count\":200 | \"count\":100 | \"count\" is 100, but \"statusCodeDistribution\" has 200 calls.",
                "desc = no\":10 | desc = no\":40 | \"statusCodeDistribution\" has 10 calls with another status than OK, but "
                        + "\"errorDistribution\" has 40.",
                "\"latency\":80000000 | \"latency\":-8 | \"latencyDistribution\" must have a percentage below 100 and a latency "
                        + "in nanoseconds, 0 or more, in each entry.",
                "\"latency\":80000000 | \"latency\":8000000 | \"99\" of the calls is 8 ms, and \"95\", which cannot be more, is "
                        + "57.5 ms. Was the file changed?",
                "\"slowest\":90000000 | \"slowest\":9000000 | \"slowest\" of the calls is 9 ms, and \"99\", which cannot be more, "
                        + "is 80 ms. Was the file changed?"
            })
    void refusesNumbersThatContradictEachOther(String right, String wrong, String message) {
        assertThat(refusal(ghz, withoutDetails().replace(right, wrong), onRoute()))
                .isEqualTo(message);
    }

    @Test
    void refusesRowsThatContradictTheCounts() {
        String file = report("\"OK\":190,\"Unavailable\":10", "\"" + UNAVAILABLE + "\":10", details(80));

        assertThat(refusal(ghz, file, onRoute()))
                .isEqualTo("\"details\" has 80 calls that failed, but \"statusCodeDistribution\" has 10.");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 199, 201})
    void refusesRowsThatAreNotOneForEachCall(int rows) {
        String row =
                "{\"timestamp\":\"2026-11-23T21:49:50.1+01:00\",\"latency\":1000000,\"error\":\"\",\"status\":\"OK\"}";
        String details = "[" + String.join(",", Collections.nCopies(rows, row)) + "]";

        assertThat(refusal(ghz, report("\"OK\":200", "", details), onRoute()))
                .isEqualTo("\"details\" has " + rows
                        + " rows, but \"count\" is 200. It must have one for each call, or none.");
    }

    @ParameterizedTest
    @ValueSource(ints = {10, 200, 400, 500})
    void refusesAFileThatIsCutOff(int length) {
        assertThat(refusal(ghz, withoutDetails().substring(0, length), onRoute()))
                .startsWith("The file is not JSON at line ");
    }

    @Test
    void isRecognisedAmongAllFormats() throws IOException {
        ResultFile file = ResultFile.of(null, "result", withoutDetails().getBytes(StandardCharsets.UTF_8));

        assertThat(new LoadTestImporter(ResultFormats.all()).formatOf(file)).isEqualTo("ghz");
    }

    @Test
    void readsOrRefusesDamagedFiles() {
        readMutations(
                ghz,
                onRoute(),
                report("\"OK\":190,\"Unavailable\":10", "\"" + UNAVAILABLE + "\":10", details(10))
                        .getBytes(StandardCharsets.UTF_8),
                20261129);
    }
}
