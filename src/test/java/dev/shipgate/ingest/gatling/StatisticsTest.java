package dev.shipgate.ingest.gatling;

import static dev.shipgate.ingest.request.ImportedFile.route;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shipgate.ingest.read.UnreadableResultException;
import dev.shipgate.ingest.request.ImportedFile;
import dev.shipgate.ingest.request.LoadTestResult;
import dev.shipgate.ingest.tool.ResultFormat;
import dev.shipgate.testing.SampleFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StatisticsTest {

    private final ResultFormat gatling = new Gatling();

    @Test
    void takesNothingForMeasuredOfWhatWasNotRequested() throws IOException {
        LoadTestResult test = ImportedFile.read(gatling, statistics(request("tts", 0, 0, "0", "0", "0", "0")));

        assertThat(route(test, "tts")).hasToString("{\"samples\":0}");
    }

    @Test
    void readsAFileThatBeginsWithABlankLine() throws IOException {
        assertThat(ImportedFile.read(gatling, "\n" + statistics(request("tts", 9, 1, "1", "2", "3", "4")))
                        .routes())
                .hasToString("{tts={\"p95_ms\":3.0,\"error_rate\":0.1,\"samples\":10,\"failed\":1}}");
    }

    @Test
    void readsADashAsNothing() throws IOException {
        String dash = "\"-\"";

        assertThat(route(ImportedFile.read(gatling, statistics(request("tts", 0, 0, dash, dash, dash, dash))), "tts"))
                .hasToString("{\"samples\":0}");
    }

    @Test
    void takesThe99thForTheStricterOneWhenAsked() throws IOException {
        LoadTestResult test =
                ImportedFile.read(gatling, statistics(request("tts", 9, 1, "1", "2", "3", "4")), "p95: percentiles4");

        assertThat(route(test, "tts")).hasToString("{\"p95_ms\":4.0,\"error_rate\":0.1,\"samples\":10,\"failed\":1}");
        assertThat(test.provenance().p95Method())
                .contains("percentiles4 of all requests")
                .contains("the 99th, taken for the 95th as the mapping says,");
    }

    @Test
    void takesNoLowerPercentileForThe95th() {
        assertRefused(
                statistics(request("tts", 9, 1, "1", "2", "3", "4")),
                "p95: percentiles2",
                "\"percentiles2\" cannot be taken for the 95th percentile. It must be percentiles3, the 95th with Gatling's "
                        + "defaults, or percentiles4, the 99th, which is stricter.");
    }

    @Test
    void refusesPercentilesThatCannotBeThoseOfTheDefaults() {
        assertRefused(
                statistics(request("tts", 9, 1, "1", "5", "3", "6")),
                "{}",
                "\"percentiles3\" of \"tts\" is 3 ms, and \"percentiles2\", which cannot be more, is 5 ms. With Gatling's "
                        + "defaults the percentiles are the 50th, 75th, 95th and 99th. Import simulation.log.");
        assertRefused(
                statistics(request("tts", 9, 1, "1", "2", "30", "40"))
                        .replace("\"percentiles1\"", "\"maxResponseTime\":{\"total\":20},\"percentiles1\""),
                "{}",
                "\"maxResponseTime\" of \"tts\" is 20 ms, and \"percentiles4\", which cannot be more, is 40 ms. With "
                        + "Gatling's defaults the percentiles are the 50th, 75th, 95th and 99th. Import simulation.log.");
    }

    /** Nor by less than estimates explain: they are of one set of values, and may be in another order. */
    @Test
    void refusesPercentilesThatFallByLittle() {
        assertRefused(
                statistics(request("tts", 9, 1, "1", "100", "99", "110")),
                "{}",
                "\"percentiles3\" of \"tts\" is 99 ms, and \"percentiles2\", which cannot be more, is 100 ms. With "
                        + "Gatling's defaults the percentiles are the 50th, 75th, 95th and 99th. Import simulation.log.");
    }

    @Test
    void takesALongestDurationThatIsNearTo() throws IOException {
        LoadTestResult test = ImportedFile.read(
                gatling,
                statistics(request("tts", 9, 1, "1", "2", "3", "100"))
                        .replace("\"percentiles1\"", "\"maxResponseTime\":{\"total\":99},\"percentiles1\""));

        assertThat(route(test, "tts")).hasToString("{\"p95_ms\":3.0,\"error_rate\":0.1,\"samples\":10,\"failed\":1}");
    }

    @Test
    void refusesGroupsOfOtherRequests() {
        String groups =
                "\"group1\":{\"count\":%d},\"group2\":{\"count\":0},\"group3\":{\"count\":0},\"group4\":{\"count\":%d},"
                        + "\"percentiles1\"";
        String file = statistics(request("tts", 9, 1, "1", "2", "3", "4"));

        assertRefused(
                file.replace("\"percentiles1\"", groups.formatted(6, 4)),
                "{}",
                "\"group1\" to \"group4\" of \"tts\" have 10 requests, 4 of them failed, but \"numberOfRequests\" has 10 "
                        + "and 1.");
        assertRefused(
                file.replace("\"percentiles1\"", groups.formatted(99, 1)),
                "{}",
                "\"group1\" to \"group4\" of \"tts\" have 100 requests, 1 of them failed, but \"numberOfRequests\" has 10 "
                        + "and 1.");
    }

    @Test
    void refusesTwoRequestsOfOneName() {
        assertRefused(
                statistics(request("tts", 9, 1, "1", "2", "3", "4").replace("request_tts", "other") + ","
                        + request("tts", 9, 1, "1", "2", "3", "4")),
                "{}",
                "\"tts\" names more than one request, and their percentiles cannot be combined. Name them by: path, or import "
                        + "simulation.log.");
    }

    @Test
    void refusesCountsThatDoNotAddUp() {
        assertRefused(
                statistics(request("tts", 9, 1, "1", "2", "3", "4").replace("\"total\":10", "\"total\":11")),
                "{}",
                "\"numberOfRequests\" of \"tts\" is 11, which ok and ko do not add up to.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "20 | 16 | 4 | failed requests | 4 | 2",
                "20 | 20 | 0 | failed requests | 0 | 2",
                "21 | 19 | 2 | requests | 21 | 20"
            })
    void refusesATotalThatContradictsItsRequests(int total, int ok, int ko, String what, int wrong, int right) {
        String requests = request("tts", 9, 1, "1", "2", "3", "4") + "," + request("asr", 9, 1, "1", "2", "3", "4");
        String all = "\"stats\":{\"numberOfRequests\":{\"total\":%d,\"ok\":%d,\"ko\":%d}}".formatted(total, ok, ko);

        assertRefused(
                statistics(requests).replace("\"stats\":{},", all + ","),
                "{}",
                "\"stats\" of all requests has %d %s, but the requests in \"contents\" have %d together."
                        .formatted(wrong, what, right));
    }

    @Test
    void readsTheTestAsAWholeWhenThereIsNothingElse() throws IOException {
        String whole = new String(SampleFiles.read("gatling/3.13.4/global_stats.json"), StandardCharsets.UTF_8);

        assertThat(ImportedFile.read(gatling, whole, "route: turn").routes()).containsOnlyKeys("turn");
        assertRefused(
                whole,
                "{}",
                "The file measures the test as a whole and names no route. Say which route it is: route=... in the request, "
                        + "--route on the command line, or route in the mapping.");
    }

    private static String request(String name, int ok, int ko, String p1, String p2, String p3, String p4) {
        return "\"request_%s\":{\"type\":\"REQUEST\",\"name\":\"%s\",\"path\":\"%s\",\"pathFormatted\":\"r\",\"stats\":{"
                        .formatted(name, name, name)
                + "\"name\":\"%s\",\"numberOfRequests\":{\"total\":%d,\"ok\":%d,\"ko\":%d},"
                        .formatted(name, ok + ko, ok, ko)
                + "\"percentiles1\":{\"total\":%s},\"percentiles2\":{\"total\":%s},".formatted(p1, p2)
                + "\"percentiles3\":{\"total\":%s},\"percentiles4\":{\"total\":%s}}}".formatted(p3, p4);
    }

    private static String statistics(String contents) {
        return "{\"type\":\"GROUP\",\"name\":\"All Requests\",\"path\":\"\",\"pathFormatted\":\"g\",\"stats\":{},\"contents\":{"
                + contents + "}}";
    }

    private void assertRefused(String file, String mapping, String message) {
        assertThatThrownBy(() -> ImportedFile.read(gatling, file, mapping))
                .isInstanceOf(UnreadableResultException.class)
                .hasMessage(message);
    }
}
