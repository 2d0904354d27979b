package dev.shipgate.ingest.wrk;

import static dev.shipgate.ingest.request.ImportedFile.mapping;
import static dev.shipgate.ingest.request.ImportedFile.onRoute;
import static dev.shipgate.ingest.request.ImportedFile.read;
import static dev.shipgate.ingest.request.ImportedFile.readMutations;
import static dev.shipgate.ingest.request.ImportedFile.recognises;
import static dev.shipgate.ingest.request.ImportedFile.refusal;
import static dev.shipgate.ingest.request.ImportedFile.wholeTest;
import static org.assertj.core.api.Assertions.assertThat;

import dev.shipgate.ingest.request.LoadTestResult;
import dev.shipgate.number.Numbers;
import dev.shipgate.testing.SampleFiles;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class WrkTest {

    private final Wrk wrk = new Wrk();

    @Test
    void readsTheLineOfTheScriptAfterTheTextAndAlone() {
        String file = SampleFiles.text("wrk/tts-latency-lua.txt");
        String route = "{\"p95_ms\":26.635,\"error_rate\":0.0536756,\"samples\":1714,\"failed\":92}";

        assertThat(wholeTest(wrk, file)).hasToString(route);
        assertThat(wholeTest(wrk, file.substring(file.indexOf('{')))).hasToString(route);
    }

    @Test
    void countsErrorsWithoutAResponseAsRequestsThatFailed() {
        assertThat(wholeTest(wrk, line(90, 1, 2, 7, 5, 0)))
                .hasToString("{\"p95_at_least_ms\":20.0,\"error_rate\":0.15,\"samples\":100,\"failed\":15}");
    }

    @Test
    void knowsBoundsOnlyWhenResponsesCameAfterTheTimeOut() {
        LoadTestResult test = read(wrk, line(100, 0, 0, 0, 5, 3), onRoute());

        assertThat(test.routes())
                .hasToString(
                        "{tts={\"p95_at_least_ms\":20.0,\"p95_at_most_ms\":30.0,\"error_rate\":0.08,\"samples\":100,\"failed\":8}}");
        assertThat(test.notes())
                .first()
                .asString()
                .startsWith("3 responses came after wrk's time-out, and wrk leaves them out of its latencies.");
    }

    @Test
    void lateResponsesMakeTheHigherPercentileABoundAlone() {
        assertThat(read(wrk, line(100, 0, 0, 0, 5, 3), mapping("route: tts", "p95: p99"))
                        .routes())
                .hasToString(
                        "{tts={\"p95_at_least_ms\":20.0,\"p95_at_most_ms\":30.0,\"error_rate\":0.08,\"samples\":100,\"failed\":8}}");
        assertThat(read(wrk, line(100, 0, 0, 0, 5, 0), mapping("route: tts", "p95: p99"))
                        .routes())
                .hasToString("{tts={\"p95_ms\":30.0,\"error_rate\":0.05,\"samples\":100,\"failed\":5}}");
    }

    @Test
    void measuresNoLatencyWithoutAResponse() {
        assertThat(wholeTest(wrk, line(0, 12, 0, 0, 0, 0)))
                .hasToString("{\"error_rate\":1.0,\"samples\":12,\"failed\":12}");
        assertThat(wholeTest(wrk, line(0, 0, 0, 0, 0, 0))).hasToString("{\"samples\":0}");
    }

    private static String text() {
        String file = SampleFiles.text("wrk/tts-latency-lua.txt");
        return file.substring(0, file.indexOf('{'));
    }

    @Test
    void knowsBoundsOfThe95thPercentileFromTheTextAsItIsPrinted() {
        assertThat(wholeTest(wrk, text()))
                .hasToString(
                        "{\"p95_at_least_ms\":21.975,\"p95_at_most_ms\":37.005,\"error_rate\":0.0536756,\"samples\":1714,\"failed\":92}");
        assertThat(read(wrk, text(), mapping("route: tts", "p95: 99%")).routes())
                .hasToString(
                        "{tts={\"p95_ms\":37.0,\"p95_at_least_ms\":36.995,\"p95_at_most_ms\":37.005,\"error_rate\":0.0536756,\"samples\":1714,\"failed\":92}}");
    }

    @Test
    void readsTheUnitsThatWrkPrints() {
        String slow = text().replace("21.98ms", " 1.20s ").replace("37.00ms", " 1.50m ");

        assertThat(wholeTest(wrk, slow))
                .hasToString("{\"p95_at_least_ms\":1195.0,\"p95_at_most_ms\":90300.0,\"error_rate\":0.0536756,"
                        + "\"samples\":1714,\"failed\":92}");
        String fast = text().replace("12.30ms", "120.00us").replace("16.90ms", "160.00us");
        assertThat(wholeTest(wrk, fast.replace("21.98ms", "980.00us"))
                        .path("p95_at_least_ms")
                        .doubleValue())
                .isEqualTo(0.979995);
    }

    @Test
    void knowsBoundsWhereAFewResponsesCameAfterTheTimeOut() {
        String late = text().replace("  Non-2xx", "  Socket errors: connect 1, read 2, write 3, timeout 4\n  Non-2xx");

        assertThat(wholeTest(wrk, late))
                .hasToString("{\"p95_at_least_ms\":21.975,\"p95_at_most_ms\":37.005,\"error_rate\":"
                        + Numbers.rounded(102.0 / 1720) + ",\"samples\":1720,\"failed\":102}");
    }

    @Test
    void saysHowToGetThe95thPercentileWhereNoneIsPrinted() {
        String none = text().replaceAll("(?m)^ +\\d+%.*\\n", "");

        assertThat(wholeTest(wrk, none)).hasToString("{\"error_rate\":0.0536756,\"samples\":1714,\"failed\":92}");
        assertThat(read(wrk, none, onRoute()).notes())
                .contains(
                        "wrk's text has no percentile that bounds the 95th. Run wrk with --latency, or with the script of "
                                + "docs/imports.md (wrk -s), which adds a line of JSON with it.");
    }

    @Test
    void refusesATextThatIsCutOffOrOfSeveralRunsOrContradictsItself() {
        assertThat(refusal(wrk, text().substring(0, text().indexOf("Transfer")), onRoute()))
                .isEqualTo("There is no line \"Transfer/sec\", which wrk prints at its end. Is the file cut off?");
        assertThat(refusal(wrk, text() + text(), onRoute()))
                .isEqualTo(
                        "The text is of several runs of wrk, or of wrk2 with -U, whose percentiles cannot be combined. Give one file "
                                + "for each run.");
        assertThat(refusal(wrk, text().replace("responses: 92", "responses: 9200"), onRoute()))
                .isEqualTo("There are 1714 requests, but 9200 responses with a bad status.");
    }

    @Test
    void refusesALineThatContradictsTheText() {
        String file = SampleFiles.text("wrk/tts-latency-lua.txt");
        String line = "92 of them with a bad status, and errors of connect 0, read 0, write 0, timeout 0";

        assertThat(refusal(wrk, file.replace("responses: 92", "responses: 400"), onRoute()))
                .isEqualTo("wrk's text has 1714 requests, " + line.replace("92 of", "400 of")
                        + ", but the line of JSON has 1714 requests, " + line + ". Are they of one run?");
        assertThat(refusal(wrk, file.replace("  1714 requests", "  1720 requests"), onRoute()))
                .startsWith("wrk's text has 1720 requests, ");
        assertThat(refusal(wrk, file.replace("\"timeout\":0", "\"timeout\":1"), onRoute()))
                .contains("but the line of JSON has 1714 requests, " + line.replace("timeout 0", "timeout 1"));
    }

    @Test
    void readsTheTextBelowTheCommand() {
        String file = "$ wrk -t1 -c8 --latency http://127.0.0.1:18089/tts\n" + text();

        assertThat(recognises(wrk, file.getBytes(StandardCharsets.UTF_8))).isTrue();
        assertThat(wholeTest(wrk, file)).isEqualTo(wholeTest(wrk, text()));
    }

    @Test
    void isNotWhatAutocannonPrints() {
        String file = "Running 10s test @ http://localhost:3000\n10 connections\n\n";

        assertThat(recognises(wrk, file.getBytes(StandardCharsets.UTF_8))).isFalse();
    }

    @Test
    void refusesTheLinesOfSeveralRuns() {
        assertThat(refusal(wrk, line(1, 0, 0, 0, 0, 0) + line(1, 0, 0, 0, 0, 0), onRoute()))
                .isEqualTo("There are 2 lines of JSON, as of so many runs. It must be one, as percentiles of several "
                        + "cannot be combined.");
    }

    @Test
    void refusesALineThatDoesNotSayHowManyFailed() {
        assertThat(refusal(wrk, line(1, 0, 0, 0, 0, 0).replace("\"status\":0,", ""), onRoute()))
                .isEqualTo("\"status\" is missing. It must be a whole number.");
    }

    private static String line(int requests, int connect, int read, int write, int status, int timeout) {
        return """
                {"duration_us":3000,"requests":%d,"bytes":1,"errors":{"connect":%d,"read":%d,"write":%d,"status":%d,"timeout":%d},\
                "latency_us":{"min":1,"max":40000,"mean":3.00,"stdev":2.00,"p50":3000,"p90":10000,"p95":20000,"p99":30000}}
                """.formatted(requests, connect, read, write, status, timeout);
    }

    @Test
    void readsOrRefusesDamagedTexts() {
        readMutations(wrk, onRoute(), text().getBytes(StandardCharsets.UTF_8), 20261129);
    }
}
