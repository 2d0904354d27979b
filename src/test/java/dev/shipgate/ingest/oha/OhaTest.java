package dev.shipgate.ingest.oha;

import static dev.shipgate.ingest.request.ImportedFile.mapping;
import static dev.shipgate.ingest.request.ImportedFile.onRoute;
import static dev.shipgate.ingest.request.ImportedFile.read;
import static dev.shipgate.ingest.request.ImportedFile.readMutations;
import static dev.shipgate.ingest.request.ImportedFile.refusal;
import static dev.shipgate.ingest.request.ImportedFile.wholeTest;
import static org.assertj.core.api.Assertions.assertThat;

import dev.shipgate.ingest.read.ResultFile;
import dev.shipgate.ingest.recognition.ResultFormats;
import dev.shipgate.ingest.request.LoadTestImporter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The form is that of oha's own source code (printer.rs of version 1). */
class OhaTest {

    private final Oha oha = new Oha();

    /** Of 200 responses and some errors. */
    private static String result(String statuses, String errors, String successRate) {
        return """
                {"summary":{"successRate":%s,"total":10.02,"slowest":0.09,"fastest":0.002,"average":0.02,
                "requestsPerSec":20,"totalData":2000,"sizePerRequest":10,"sizePerSec":199.6},
                "responseTimeHistogram":{"0.002":150,"0.046":40,"0.09":10},
                "latencyPercentiles":{"p10":0.003,"p25":0.005,"p50":0.01,"p75":0.02,"p90":0.04,"p95":0.0575,"p99":0.08,
                "p99.9":0.09,"p99.99":0.09},
                "rps":{"mean":20.1,"stddev":1.0,"max":30.0,"min":10.0,"percentiles":{"p95":25.0}},
                "details":{"DNSDialup":{"average":0.001,"fastest":0.001,"slowest":0.001}},
                "statusCodeDistribution":{%s},"errorDistribution":{%s}}
                """.formatted(successRate, statuses, errors);
    }

    @Test
    void countsAStatusOfFailureAsOneAlthoughOhaCallsItASuccess() {
        assertThat(wholeTest(oha, result("\"200\":190,\"404\":4,\"500\":6", "", "1.0")))
                .hasToString("{\"p95_ms\":57.5,\"error_rate\":0.05,\"samples\":200,\"failed\":10}");
    }

    @Test
    void countsRequestsWithoutAResponseUnlessTheTestEndedThem() {
        String file =
                result("\"200\":200", "\"connection closed\":30,\"timeout\":20,\"aborted due to deadline\":8", "0.8");

        assertThat(wholeTest(oha, file))
                .hasToString("{\"p95_at_least_ms\":57.5,\"error_rate\":0.2,\"samples\":250,\"failed\":50}");
        assertThat(read(oha, file, onRoute()).notes())
                .containsExactly(
                        "50 requests got no response, and are not in oha's percentiles. They count as failed, and as slower "
                                + "than all others, so that the 95th percentile is only known within bounds.",
                        "8 requests were under way when the time of the test was over. oha aborted them, and they count "
                                + "neither as requests nor as failed. With --wait-ongoing-requests-after-deadline it waits.");
    }

    /**
     * Of 205 requests the 95th percentile is at most at rank 196, and 198 of the 200 responses are up to their 99th.
     */
    @Test
    void boundsThePercentileByAHigherOneIfFewGotNoResponse() {
        assertThat(wholeTest(oha, result("\"200\":200", "\"timeout\":5", "0.975609756097561")))
                .hasToString(
                        "{\"p95_at_least_ms\":57.5,\"p95_at_most_ms\":80.0,\"error_rate\":0.0243902,\"samples\":205,\"failed\":5}");
    }

    @Test
    void measuresNoLatencyWhereNothingWasAnswered() {
        String file = result("", "\"timeout\":20", "0.0")
                .replaceAll("\"p(\\d[.\\d]*)\":0\\.\\d+", "\"p$1\":null")
                .replaceAll("\"responseTimeHistogram\":\\{[^}]*}", "\"responseTimeHistogram\":{}");

        assertThat(wholeTest(oha, file)).hasToString("{\"error_rate\":1.0,\"samples\":20,\"failed\":20}");
        assertThat(wholeTest(
                        oha, file.replace("\"timeout\":20", "").replace("\"successRate\":0.0", "\"successRate\":null")))
                .hasToString("{\"samples\":0}");
    }

    /**
     * All bars of its histogram have one key then, and the last of them, which is empty, is the one that is written.
     */
    @Test
    void readsATestOfOneResponse() {
        String file = result("\"200\":1", "", "1.0")
                .replaceAll("\"responseTimeHistogram\":\\{[^}]*}", "\"responseTimeHistogram\":{\"0.0575\":0}");

        assertThat(wholeTest(oha, file)).hasToString("{\"p95_ms\":57.5,\"error_rate\":0.0,\"samples\":1,\"failed\":0}");
    }

    @Test
    void calculatesMillisecondsAsDecimals() {
        String file = result("\"200\":200", "", "1.0").replaceAll("\"(p9[59.]+|slowest)\":[0-9.]+", "\"$1\":2.007");

        assertThat(wholeTest(oha, file).path("p95_ms").doubleValue()).isEqualTo(2007.0);
    }

    @Test
    void takesAHigherPercentileWhenTheMappingSaysSo() {
        assertThat(read(oha, result("\"200\":200", "", "1.0"), mapping("route: tts", "p95: p99"))
                        .routes())
                .hasToString("{tts={\"p95_ms\":80.0,\"error_rate\":0.0,\"samples\":200,\"failed\":0}}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "\"successRate\":1.0 | \"successRate\":0.9 | \"successRate\" is 0.9, but must be the ratio of requests that "
                        + "got a response of any status: 200 of 200.",
                "\"successRate\":1.0 | \"successRate\":0.0001 | \"successRate\" is 0.0001, but must be the ratio of requests that "
                        + "got a response of any status: 200 of 200.",
                "\"200\":200 | \"200\":150 | \"responseTimeHistogram\" has 200 responses, but \"statusCodeDistribution\" has "
                        + "150.",
                "\"200\":200 | \"2xx\":200 | \"statusCodeDistribution\" has the status \"2xx\", which must be one of HTTP, "
                        + "from 100 to 999.",
                "\"200\":200 | \"200\":-2 | \"200\" must be a whole number, 0 or more, but is -2.",
                "\"p95\":0.0575 | \"p95\":0.00575 | \"p95\" of the responses is 5.75 ms, and \"p90\", which cannot be more, is 40 "
                        + "ms. Was the file changed?",
                "\"slowest\":0.09 | \"slowest\":0.05 | \"slowest\" of the responses is 50 ms, and \"p99.99\", which cannot be "
                        + "more, is 90 ms. Was the file changed?",
                "\"p95\":0.0575 | \"p95\":\"57 ms\" | \"p95\" must be a number, but is \"57 ms\"."
            })
    void refusesNumbersThatCannotBe(String right, String wrong, String message) {
        assertThat(refusal(oha, result("\"200\":200", "", "1.0").replace(right, wrong), onRoute()))
                .isEqualTo(message);
    }

    @ParameterizedTest
    @ValueSource(ints = {10, 200, 400, 500})
    void refusesAFileThatIsCutOff(int length) {
        assertThat(refusal(oha, result("\"200\":200", "", "1.0").substring(0, length), onRoute()))
                .startsWith("The file is not JSON at line ");
    }

    @Test
    void isRecognisedAmongAllFormats() throws IOException {
        ResultFile file =
                ResultFile.of(null, "result", result("\"200\":200", "", "1.0").getBytes(StandardCharsets.UTF_8));

        assertThat(new LoadTestImporter(ResultFormats.all()).formatOf(file)).isEqualTo("oha");
    }

    @Test
    void readsOrRefusesDamagedFiles() {
        readMutations(
                oha,
                onRoute(),
                result("\"200\":190,\"500\":10", "\"timeout\":20", "0.9090909090909091")
                        .getBytes(StandardCharsets.UTF_8),
                20261129);
    }
}
