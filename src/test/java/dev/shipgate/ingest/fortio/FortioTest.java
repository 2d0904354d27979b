package dev.shipgate.ingest.fortio;

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

/** The forms are those of the source code of fortio (stats/stats.go) and of Nighthawk (output_formatter_impl.cc). */
class FortioTest {

    /** 900 requests up to 50 ms, and 100 of more than 140 and up to 160 ms, the longest of which took 155. */
    private static final String DURATIONS = """
            "DurationHistogram":{"Count":1000,"Min":0.02,"Max":0.155,"Sum":45.0,"Avg":0.045,"StdDev":0.03,
            "Data":[{"Start":0.02,"End":0.05,"Percent":90,"Count":900},{"Start":0.14,"End":0.155,"Percent":100,"Count":100}],
            "Percentiles":[{"Percentile":50,"Value":0.035},{"Percentile":90,"Value":0.05},{"Percentile":99,"Value":0.1535}]}""";

    private final Fortio fortio = new Fortio();

    private static String result(String codes) {
        return result(codes, 0);
    }

    /** @param errors how many requests fortio calls errors: those without a status of 2xx */
    private static String result(String codes, int errors) {
        return """
                {"RunType":"HTTP","Labels":"quotes","StartTime":"2026-11-23T21:49:50Z","RequestedQPS":"100",
                "RequestedDuration":"10s","ActualQPS":99.9,"ActualDuration":10000000000,"NumThreads":8,"Version":"1.63.0",
                %s,"ErrorsDurationHistogram":{"Count":%d,"Min":0.1,"Max":0.2,"Sum":4.0},"Exactly":0,
                "RetCodes":{%s},"Sizes":{"Count":1000},"URL":"http://localhost:8080/quote"}
                """.formatted(DURATIONS, errors, codes);
    }

    @Test
    void knowsThePercentileWithinItsBucket() {
        String file = result("\"200\":950,\"301\":10,\"503\":38,\"-1\":2", 50);

        assertThat(wholeTest(fortio, file))
                .hasToString("{\"p95_ms\":147.5,\"p95_at_least_ms\":140.0,\"p95_at_most_ms\":155.0,\"error_rate\":0.04,"
                        + "\"samples\":1000,\"failed\":40}");
        assertThat(read(fortio, file, onRoute()).provenance().toolVersion()).isEqualTo("1.63.0");
        assertThat(read(fortio, file, onRoute()).notes()).isEmpty();
    }

    @Test
    void knowsTheCodesOfGrpc() {
        assertThat(wholeTest(fortio, result("\"SERVING\":900,\"NOT_SERVING\":60,\"ERROR\":40", 40))
                        .path("error_rate")
                        .doubleValue())
                .isEqualTo(0.1);
    }

    /** It writes 64 bits as texts, and one code for all statuses of 2xx alone. */
    @Test
    void readsWhatNighthawkWritesWhereAllWithoutACodeFailed() {
        String file = result("\"200\":\"940\"")
                .replaceAll("\"ErrorsDurationHistogram\":\\{[^}]*},", "")
                .replaceAll("\"Count\":(\\d+)", "\"Count\":\"$1\"");

        assertThat(wholeTest(fortio, file))
                .hasToString("{\"p95_ms\":147.5,\"p95_at_least_ms\":140.0,\"p95_at_most_ms\":155.0,\"error_rate\":0.06,"
                        + "\"samples\":1000,\"failed\":60}");
        assertThat(read(fortio, file, onRoute()).notes())
                .containsExactly(
                        "60 requests have no return code, as those of Nighthawk whose status is not 2xx. They count "
                                + "as failed.");
    }

    @Test
    void measuresNothingOfNoRequests() {
        String file = result("")
                .replace(DURATIONS, "\"DurationHistogram\":{\"Count\":0,\"Min\":0,\"Max\":0,\"Data\":null}")
                .replace("\"Sizes\":{\"Count\":1000}", "\"Sizes\":{\"Count\":0}");

        assertThat(wholeTest(fortio, file)).hasToString("{\"samples\":0}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "\"503\":50 | \"503\":450 | \"RetCodes\" has 1400 requests, but \"DurationHistogram\" has 1000.",
                "\"503\":50 | \"503\":2 | \"RetCodes\" has 952 requests, but \"DurationHistogram\" has 1000.",
                "\"Percent\":90,\"Count\":900 | \"Percent\":90,\"Count\":90 | \"Count\" is 1000, but the buckets in \"Data\" "
                        + "have 190 durations.",
                "\"Start\":0.14 | \"Start\":0.01 | \"Data\" must have buckets that rise, but one is from 10 to 155 ms after "
                        + "20 ms.",
                "\"Sizes\":{\"Count\":1000 | \"Sizes\":{\"Count\":900 | \"Sizes\" has 900 requests, but \"DurationHistogram\" "
                        + "has 1000.",
                "\"Count\":50 | \"Count\":40 | \"ErrorsDurationHistogram\" has 40 requests, but \"RetCodes\" has 50 with a "
                        + "status other than 2xx.",
                "\"Count\":1000,\"Min\" | \"Count\":\"many\",\"Min\" | \"Count\" must be a number, but is \"many\".",
                "\"Sum\":45.0 | \"Sum\":45000 | The sum of the durations, 45000000 ms, contradicts the buckets: the 1000 "
                        + "durations in them are together at least 32000 and at most 60500 ms. It would be right with another "
                        + "unit: maybe milliseconds were recorded where seconds are declared, or seconds where milliseconds "
                        + "are."
            })
    void refusesNumbersThatContradictEachOther(String right, String wrong, String message) {
        assertThat(refusal(fortio, result("\"200\":950,\"503\":50", 50).replace(right, wrong), onRoute()))
                .isEqualTo(message);
    }

    @Test
    void refusesCodesOfSuccessBesideItsOwnCountOfErrors() {
        assertThat(refusal(fortio, result("\"200\":1000", 400), onRoute()))
                .isEqualTo(
                        "\"ErrorsDurationHistogram\" has 400 requests, but \"RetCodes\" has 0 with a status other than "
                                + "2xx.");
        assertThat(refusal(fortio, result("\"SERVING\":900,\"ERROR\":100", 400), onRoute()))
                .isEqualTo("\"ErrorsDurationHistogram\" has 400 requests, but \"RetCodes\" has 100 that failed.");
    }

    @Test
    void calculatesMillisecondsAsDecimals() {
        String file = result("\"200\":1000").replace("\"Start\":0.14,\"End\":0.155", "\"Start\":0.14,\"End\":2.007");

        assertThat(wholeTest(fortio, file.replace("\"Max\":0.155", "\"Max\":2.007"))
                        .path("p95_at_most_ms")
                        .doubleValue())
                .isEqualTo(2007.0);
    }

    @Test
    void findsThePercentileByItself() {
        assertThat(refusal(fortio, result("\"200\":1000"), mapping("route: quote", "p95: '99'")))
                .isEqualTo(
                        "The mapping takes \"99\" as p95, but of fortio it is found in the histogram. Leave p95 out.");
    }

    @ParameterizedTest
    @ValueSource(ints = {10, 200, 400, 500})
    void refusesAFileThatIsCutOff(int length) {
        assertThat(refusal(fortio, result("\"200\":1000").substring(0, length), onRoute()))
                .startsWith("The file is not JSON at line ");
    }

    @Test
    void isRecognisedAmongAllFormats() throws IOException {
        ResultFile file = ResultFile.of(null, "result", result("\"200\":1000").getBytes(StandardCharsets.UTF_8));

        assertThat(new LoadTestImporter(ResultFormats.all()).formatOf(file)).isEqualTo("fortio");
    }

    @Test
    void readsOrRefusesDamagedFiles() {
        readMutations(
                fortio, onRoute(), result("\"200\":950,\"503\":50", 50).getBytes(StandardCharsets.UTF_8), 20261129);
    }
}
