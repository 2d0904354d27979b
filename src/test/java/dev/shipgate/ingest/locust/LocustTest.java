package dev.shipgate.ingest.locust;

import static dev.shipgate.ingest.request.ImportedFile.mapping;
import static dev.shipgate.ingest.request.ImportedFile.onRoute;
import static dev.shipgate.ingest.request.ImportedFile.read;
import static dev.shipgate.ingest.request.ImportedFile.recognises;
import static dev.shipgate.ingest.request.ImportedFile.refusal;
import static dev.shipgate.ingest.request.ImportedFile.wholeTest;
import static org.assertj.core.api.Assertions.assertThat;

import dev.shipgate.ingest.mapping.Mapping;
import dev.shipgate.ingest.request.LoadTestResult;
import dev.shipgate.testing.SampleFiles;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class LocustTest {

    private static final String COLUMNS = "Type,Name,Request Count,Failure Count,Median Response Time,"
            + "Average Response Time,Min Response Time,Max Response Time,Average Content Size,Requests/s,Failures/s,";

    private static final String HEADER = COLUMNS + "50%,90%,95%,98%\r\n";

    private final Locust locust = new Locust();

    @Test
    void takesEachNameAsARouteAndLeavesTheAggregatedRowOut() {
        LoadTestResult test = read(locust, SampleFiles.text("locust/out_stats.csv"), Mapping.none());

        assertThat(test.routes())
                .hasToString("{asr={\"p95_ms\":16.0,\"error_rate\":0.0,\"samples\":586,\"failed\":0}, "
                        + "llm={\"p95_ms\":100.0,\"error_rate\":0.0,\"samples\":596,\"failed\":0}, "
                        + "tts={\"p95_ms\":28.0,\"error_rate\":0.0576923,\"samples\":260,\"failed\":15}}");
        assertThat(test.notes()).isEmpty();
        assertThat(test.provenance().p95Method()).contains("two significant digits");
    }

    /** As Locust 1.0 wrote it. */
    @Test
    void readsATableOfQuotedTextsWhoseLastRowHasTheTypeNone() {
        String file = (HEADER + row("GET", "tts", "10,1", "5,9,12,15") + row("None", "Aggregated", "10,1", "5,9,12,15"))
                .replaceAll("([A-Za-z][^,\r\n]*)", "\"$1\"");

        assertThat(recognises(locust, file.getBytes(StandardCharsets.UTF_8))).isTrue();
        assertThat(read(locust, file, Mapping.none()).routes())
                .hasToString("{tts={\"p95_ms\":12.0,\"error_rate\":0.1,\"samples\":10,\"failed\":1}}");
    }

    @Test
    void takesTheAggregatedRowAsTheWholeTestWhenItIsAlone() {
        assertThat(wholeTest(locust, HEADER + row("", "Aggregated", "10,1", "5,9,12,15")))
                .hasToString("{\"p95_ms\":12.0,\"error_rate\":0.1,\"samples\":10,\"failed\":1}");
    }

    @Test
    void measuresNothingOfANameWithoutRequests() {
        String file =
                HEADER + row("GET", "idle", "0,0", "N/A,N/A,N/A,N/A") + row("", "Aggregated", "0,0", "N/A,N/A,N/A,N/A");

        assertThat(read(locust, file, Mapping.none()).routes()).hasToString("{idle={\"samples\":0}}");
    }

    @Test
    void knowsBoundsOnlyWhenTheTestReportsNo95thPercentile() {
        String file = COLUMNS + "50%,90%,99.9%\r\n" + row("GET", "tts", "10,0", "5,9,20")
                + row("", "Aggregated", "10,0", "5,9,20");

        LoadTestResult test = read(locust, file, Mapping.none());

        assertThat(test.routes())
                .hasToString(
                        "{tts={\"p95_at_least_ms\":9.0,\"p95_at_most_ms\":20.0,\"error_rate\":0.0,\"samples\":10,\"failed\":0}}");
        assertThat(test.notes())
                .containsExactly("The table has no 95th percentile, only 50%, 90%, 99.9%. Add 0.95 to "
                        + "PERCENTILES_TO_REPORT in the test.");
    }

    @Test
    void takesAHigherPercentileWhenTheMappingSaysSo() {
        String file = HEADER + row("GET", "tts", "10,0", "5,9,12,15") + row("", "Aggregated", "10,0", "5,9,12,15");

        LoadTestResult test = read(locust, file, mapping("p95: 98%"));

        assertThat(test.routes()).hasToString("{tts={\"p95_ms\":15.0,\"error_rate\":0.0,\"samples\":10,\"failed\":0}}");
        assertThat(test.provenance().p95Method()).contains("98% in place of the 95th percentile");
        assertThat(refusal(locust, file, mapping("p95: 90%")))
                .isEqualTo(
                        "The mapping takes \"90%\" as p95, which is lower. It must be the 95th percentile or a higher one.");
    }

    @Test
    void tellsMethodsOfOneNameApartOrRefusesThem() {
        String file = HEADER
                + row("GET", "/book", "10,0", "5,9,12,15")
                + row("POST", "/book", "10,5", "6,10,13,16")
                + row("", "Aggregated", "20,5", "5,9,12,15");

        assertThat(read(locust, file, mapping("by: method_name")).routes())
                .hasToString("{GET /book={\"p95_ms\":12.0,\"error_rate\":0.0,\"samples\":10,\"failed\":0}, "
                        + "POST /book={\"p95_ms\":13.0,\"error_rate\":0.5,\"samples\":10,\"failed\":5}}");
        assertThat(refusal(locust, file, Mapping.none()))
                .isEqualTo(
                        "Line 3: \"/book\" is there with the types GET and POST, whose percentiles cannot be combined. "
                                + "Name routes by method_name.");
        assertThat(read(locust, file, mapping("leave_out: [{name: /book}]")).routes())
                .isEmpty();
    }

    @Test
    void refusesATableWhoseRowsAreNotAllThere() {
        String one = row("GET", "tts", "10,0", "5,9,12,15");

        assertThat(refusal(locust, HEADER + one, Mapping.none()))
                .isEqualTo("The last row must be Aggregated, which Locust writes at the end. Is the file cut off?");
        assertThat(refusal(locust, HEADER + one + row("", "Aggregated", "30,0", "5,9,12,15"), Mapping.none()))
                .isEqualTo("Line 3: Aggregated has 30 requests, but the rows before have 10. Is the file whole?");
    }

    @Test
    void refusesATotalOfFailuresThatContradictsTheRows() {
        String rows = row("GET", "tts", "600,2", "5,9,12,15") + row("GET", "asr", "400,0", "5,9,12,15");

        assertThat(refusal(locust, HEADER + rows + row("", "Aggregated", "1000,400", "5,9,12,15"), Mapping.none()))
                .isEqualTo("Line 4: Aggregated has 400 failures, but the rows before have 2. Is the file whole?");
        assertThat(refusal(locust, HEADER + rows + row("", "Aggregated", "1000,0", "5,9,12,15"), Mapping.none()))
                .isEqualTo("Line 4: Aggregated has 0 failures, but the rows before have 2. Is the file whole?");
    }

    @Test
    void refusesAThousandsSeparatorThatReadsAsADecimalPoint() {
        String rows = row("GET", "tts", "10,0", "5,9,420,500") + row("GET", "asr", "10,0", "5,9,1.200,1.500");
        String file = HEADER + rows + row("", "Aggregated", "20,0", "5,9,430,600");

        assertThat(refusal(locust, file, Mapping.none()))
                .isEqualTo(
                        "Line 3: 95% is 1.200, and in line 2 it is 420. Is that 1200 with a thousands separator, or a "
                                + "decimal fraction? Write 1200, or 1.2000.");
        assertThat(refusal(locust, file, mapping("p95: 98%")))
                .startsWith("Line 3: 95% is 1.200, and in line 2 it is 420.");
        assertThat(refusal(
                        locust,
                        COLUMNS + "90%,99%\r\n" + row("GET", "tts", "9,0", "420,500")
                                + row("GET", "asr", "9,0", "1.200,2000"),
                        Mapping.none()))
                .startsWith("Line 3: 90% is 1.200, and in line 2 it is 420.");
    }

    @Test
    void warnsWhereAllPercentilesMayHaveThousandsSeparators() {
        assertThat(read(locust, HEADER + row("", "Aggregated", "10,0", "0.5,0.9,1.200,1.500"), onRoute())
                        .notes())
                .containsExactly(
                        "95% has three decimals in each row, such as 1.200, and is read so. If its points are thousands "
                                + "separators, leave them out: 1200.",
                        "98% has three decimals in each row, such as 1.500, and is read so. If its points are thousands "
                                + "separators, leave them out: 1500.");
        assertThat(refusal(locust, HEADER + row("", "Aggregated", "10,0", "5,9,1.200,1.500"), onRoute()))
                .startsWith("\"95%\" of the row in line 2 is 1.2 ms, and \"90%\", which cannot be more, is 9 ms.");
    }

    @Test
    void refusesMoreFailuresThanRequests() {
        assertThat(refusal(locust, HEADER + row("", "Aggregated", "10,11", "5,9,12,15"), onRoute()))
                .isEqualTo("Of 10 requests 11 failed, by the counts of the file, which contradict each other.");
    }

    @Test
    void saysWhichTableOfLocustIsWanted() {
        assertThat(refusal(locust, SampleFiles.text("locust/out_failures.csv"), onRoute()))
                .isEqualTo(
                        "This table of Locust is the failures, which do not say how many requests there were. Import the "
                                + "one whose name ends in _stats.csv.");
        assertThat(refusal(locust, "Timestamp,User Count,Type,Name,Requests/s\n1,1,,Aggregated,0.0\n", onRoute()))
                .contains("the history, whose percentiles are of moments");
        assertThat(refusal(locust, "Count,Message,Traceback,Nodes\n", onRoute()))
                .contains("the exceptions of the test's own code");
    }

    private static String row(String type, String name, String counts, String percentiles) {
        return type + "," + name + "," + counts + ",5,6.5,1.0,30.0,11.0,5.0,0.5," + percentiles + "\r\n";
    }
}
