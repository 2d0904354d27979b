package dev.shipgate.ingest.artillery;

import static dev.shipgate.ingest.request.ImportedFile.mapping;
import static dev.shipgate.ingest.request.ImportedFile.onRoute;
import static dev.shipgate.ingest.request.ImportedFile.read;
import static dev.shipgate.ingest.request.ImportedFile.refusal;
import static dev.shipgate.ingest.request.ImportedFile.wholeTest;
import static org.assertj.core.api.Assertions.assertThat;

import dev.shipgate.ingest.mapping.Mapping;
import dev.shipgate.ingest.request.LoadTestResult;
import dev.shipgate.testing.SampleFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArtilleryTest {

    private static final String TIME = "\"http.response_time\":{\"count\":100,\"p90\":8,\"p95\":9.5,\"p99\":12}";

    private final Artillery artillery = new Artillery();

    @Test
    void takesEachEndpointAsARoute() {
        LoadTestResult test = read(artillery, SampleFiles.text("artillery/report-v2.0.20.json"), Mapping.none());

        assertThat(test.routes())
                .hasToString("{asr={\"p95_ms\":10.1,\"error_rate\":0.0,\"samples\":90,\"failed\":0}, "
                        + "llm={\"p95_ms\":89.1,\"error_rate\":0.0,\"samples\":90,\"failed\":0}, "
                        + "tts={\"p95_ms\":24.8,\"error_rate\":0.0444444,\"samples\":90,\"failed\":4}}");
        assertThat(test.notes()).isEmpty();
        assertThat(test.provenance().p95Method()).contains("time to the first byte", "within 1 %");
    }

    @Test
    void measuresTheTestAsAWholeWithoutThePlugin() {
        String file =
                report("\"http.requests\":100,\"http.codes.200\":90,\"http.codes.404\":6,\"http.codes.302\":4", TIME);

        assertThat(wholeTest(artillery, file))
                .hasToString("{\"p95_ms\":9.5,\"error_rate\":0.06,\"samples\":100,\"failed\":6}");
    }

    @Test
    void countsRequestsWithoutAResponseAsFailures() {
        String file = report(
                "\"http.requests\":110,\"http.codes.200\":100,\"errors.ECONNREFUSED\":4,\"errors.ETIMEDOUT\":6", TIME);

        assertThat(wholeTest(artillery, file))
                .hasToString("{\"p95_ms\":9.5,\"error_rate\":0.0909091,\"samples\":110,\"failed\":10}");
        assertThat(wholeTest(artillery, report("\"http.requests\":110,\"http.codes.200\":100", TIME)))
                .hasToString("{\"p95_ms\":9.5,\"error_rate\":0.0909091,\"samples\":110,\"failed\":10}");
    }

    @Test
    void countsFailedExpectationsThatAreNotOfABadStatusOnceMore() {
        String file = report(
                "\"http.requests\":100,\"http.codes.200\":96,\"http.codes.500\":4,\"plugins.expect.failed\":7,"
                        + "\"plugins.expect.failed.statusCode\":4,\"plugins.expect.failed.hasProperty\":3,"
                        + "\"errors.Failed expectations for request /a\":7",
                TIME);

        assertThat(wholeTest(artillery, file))
                .hasToString("{\"p95_ms\":9.5,\"error_rate\":0.07,\"samples\":100,\"failed\":7}");
    }

    @Test
    void countsErrorsOfAnEndpointAndThoseOfNoneAgainstEach() {
        String file = report(
                "\"http.requests\":20,\"http.codes.200\":17,\"http.codes.500\":1,\"errors.ETIMEDOUT\":2,\"errors.Failed capture or match\":1,"
                        + "\"plugins.metrics-by-endpoint./a (x).codes.200\":9,"
                        + "\"plugins.metrics-by-endpoint./a (x).errors.ETIMEDOUT\":1,"
                        + "\"plugins.metrics-by-endpoint./b.codes.200\":8,"
                        + "\"plugins.metrics-by-endpoint./b.codes.500\":1,"
                        + "\"plugins.metrics-by-endpoint./down.errors.ETIMEDOUT\":1",
                "\"plugins.metrics-by-endpoint.response_time./a (x)\":{\"count\":9,\"p95\":4},"
                        + "\"plugins.metrics-by-endpoint.response_time./b\":{\"count\":9,\"p95\":5}");

        LoadTestResult test = read(artillery, file, Mapping.none());

        assertThat(test.routes())
                .hasToString("{/a (x)={\"p95_ms\":4.0,\"error_rate\":0.2,\"samples\":10,\"failed\":2}, "
                        + "/b={\"p95_ms\":5.0,\"error_rate\":0.222222,\"samples\":9,\"failed\":2}, "
                        + "/down={\"error_rate\":1.0,\"samples\":1,\"failed\":1}}");
        assertThat(test.notes())
                .containsExactly(
                        "1 failures are of no certain endpoint, as Artillery does not say of which. They count "
                                + "against each.");
    }

    /**
     * A run against a server that redirected, closed connections, was late and failed, and against none. 10 failed
     * captures and a failed expectation are of no endpoint.
     */
    @Test
    void readsAReportWithEveryKindOfFailure() {
        String file = SampleFiles.text("artillery/report-v2.0.20-failures.json");

        LoadTestResult test = read(artillery, file, Mapping.none());

        assertThat(test.routes())
                .hasToString("{cap={\"p95_ms\":1.0,\"error_rate\":1.0,\"samples\":10,\"failed\":10}, "
                        + "drop={\"p95_ms\":1.0,\"error_rate\":1.0,\"samples\":11,\"failed\":11}, "
                        + "err={\"p95_ms\":1.0,\"error_rate\":1.0,\"samples\":7,\"failed\":7}, "
                        + "ok={\"p95_ms\":3.0,\"error_rate\":1.0,\"samples\":9,\"failed\":9}, "
                        + "redir={\"p95_ms\":0.0,\"error_rate\":1.0,\"samples\":4,\"failed\":4}, "
                        + "refused={\"error_rate\":1.0,\"samples\":8,\"failed\":8}, "
                        + "slow={\"p95_ms\":1.0,\"error_rate\":1.0,\"samples\":11,\"failed\":11}}");
        assertThat(test.notes())
                .containsExactly(
                        "11 failures are of no certain endpoint, as Artillery does not say of which. They count against "
                                + "each.",
                        "4 requests, of which the file does not say how many failed, are left out as they are of no endpoint, "
                                + "such as redirects that were followed or requests without a name.");
        assertThat(wholeTest(artillery, file.replace("metrics-by-endpoint", "other")))
                .hasToString("{\"p95_ms\":2.0,\"error_rate\":0.390625,\"samples\":64,\"failed\":25}");
    }

    @Test
    void tellsHowManyOfTheRequestsOfNoEndpointFailed() {
        String file = report(
                "\"http.requests\":600,\"http.codes.200\":300,\"http.codes.503\":300,"
                        + "\"plugins.metrics-by-endpoint.a.codes.200\":300",
                "");

        LoadTestResult test = read(artillery, file, Mapping.none());

        assertThat(test.routes()).hasToString("{a={\"error_rate\":0.0,\"samples\":300,\"failed\":0}}");
        assertThat(test.notes())
                .containsExactly(
                        "300 requests, 300 of them failed, are left out as they are of no endpoint, such as redirects that "
                                + "were followed or requests without a name.");
    }

    @Test
    void findsEndpointsInAnotherNamespace() {
        String file = report(
                "\"http.requests\":9,\"http.codes.200\":9,\"mine./a.codes.200\":9",
                "\"mine.response_time./a\":{\"count\":9,\"p95\":4}");

        assertThat(read(artillery, file, mapping("by: mine")).routes())
                .hasToString("{/a={\"p95_ms\":4.0,\"error_rate\":0.0,\"samples\":9,\"failed\":0}}");
        assertThat(refusal(artillery, file, mapping("by: yours", "route: tts")))
                .isEqualTo(
                        "There are no metrics in the namespace \"yours\" that the mapping names routes by. The plugin "
                                + "metrics-by-endpoint writes to plugins.metrics-by-endpoint, or to its setting metricsNamespace.");
    }

    @Test
    void takesFieldsFromCountersAndHistogramsOfTheTestsOwn() {
        String file = report(
                "\"http.requests\":100,\"http.codes.200\":100,\"cost_cents\":300,\"solved\":60",
                TIME + ",\"cost\":{\"count\":60,\"mean\":0.5,\"max\":2}");

        LoadTestResult test = read(
                artillery,
                file,
                mapping(
                        "route: tts",
                        "metrics:",
                        "  cost_per_success: {metric: cost_cents, per: solved, scale: 0.01}",
                        "  mean_cost: {metric: cost}",
                        "  most_cost: {metric: cost, stat: max}",
                        "  other: {metric: none}"));

        assertThat(test.routes())
                .hasToString(
                        "{tts={\"p95_ms\":9.5,\"error_rate\":0.0,\"samples\":100,\"failed\":0,\"cost_per_success\":0.05,"
                                + "\"mean_cost\":0.5,\"most_cost\":2.0}}");
        assertThat(test.notes()).containsExactly("\"other\" of the test is missing, as the report has no such metric.");
    }

    @Test
    void takesFieldsOfAnEndpointFromMetricsOfThatEndpointAlone() {
        String file = report(
                "\"http.requests\":18,\"http.codes.200\":18,\"cost.a\":3,\"cost\":4,"
                        + "\"plugins.metrics-by-endpoint.a.codes.200\":9,\"plugins.metrics-by-endpoint.b.codes.200\":9",
                "");

        LoadTestResult test = read(
                artillery,
                file,
                mapping("metrics:", "  cost: {metric: \"cost.{endpoint}\"}", "  total: {metric: cost}"));

        assertThat(test.routes())
                .hasToString(
                        "{a={\"error_rate\":0.0,\"samples\":9,\"failed\":0,\"cost\":3.0}, b={\"error_rate\":0.0,\"samples\":9,\"failed\":0}}");
        assertThat(test.notes())
                .hasSize(3)
                .allSatisfy(note -> assertThat(note)
                        .endsWith(
                                "is missing, as the report has no such metric of this endpoint alone: its name must have "
                                        + "{endpoint} in it."));
    }

    @Test
    void takesAHigherPercentileWhenTheMappingSaysSo() {
        String file = report("\"http.requests\":100,\"http.codes.200\":100", TIME);

        assertThat(read(artillery, file, mapping("route: tts", "p95: p99")).routes())
                .hasToString("{tts={\"p95_ms\":12.0,\"error_rate\":0.0,\"samples\":100,\"failed\":0}}");
        assertThat(refusal(artillery, file, mapping("route: tts", "p95: p90"))).contains("which is lower");
    }

    @Test
    void refusesReportsOfTheFirstVersion() {
        String file = "{\"aggregate\":{\"scenariosCreated\":1,\"latency\":{\"p95\":3},\"codes\":{\"200\":1}},"
                + "\"intermediate\":[]}";

        assertThat(refusal(artillery, file, onRoute()))
                .isEqualTo(
                        "\"aggregate\" must have \"counters\" and \"summaries\", as Artillery 2 writes them. Reports of "
                                + "Artillery 1, and legacy reports of 2, cannot be read.");
    }

    @Test
    void refusesTestsOfOtherThanHttp() {
        assertThat(refusal(artillery, report("\"websocket.messages_sent\":9", ""), onRoute()))
                .isEqualTo(
                        "There is no counter http.requests. Only tests of HTTP can be read, and only those that sent a "
                                + "request.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "'http.responses':10 | 'http.responses':11 | \"http.responses\" is 11, but the counters of "
                        + "\"http.codes....\" are together 10.",
                "'http.requests':10 | 'http.requests':9 | \"http.requests\" is 9, but there are 10 responses.",
                "'e.a.codes.500':1 | 'e.a.codes.500':3 | The endpoints have 12 responses, more than the test (10).",
                "'e.a.codes.500':1 | 'e.a.codes.201':1 | The endpoints have 0 responses with a status of 400 or above "
                        + "among 10, but the test has 1 among 10.",
                "'e.a.codes.200':9 | 'e.a.codes.404':4 | The endpoints have 5 responses with a status of 400 or above "
                        + "among 5, but the test has 1 among 10."
            })
    void refusesTotalsThatContradictTheirParts(String right, String wrong, String message) {
        String counters = "'http.requests':10,'http.responses':10,'http.codes.200':9,'http.codes.500':1,"
                + "'e.a.codes.200':9,'e.a.codes.500':1";

        assertThat(refusal(artillery, report(counters.replace(right, wrong).replace('\'', '"'), ""), mapping("by: e")))
                .isEqualTo(message);
    }

    @Test
    void refusesTimesOfOtherResponsesThanWereCounted() {
        String file = SampleFiles.text("artillery/report-v2.0.20.json");

        assertThat(refusal(artillery, file.replaceFirst("\"count\": 270", "\"count\": 3"), Mapping.none()))
                .isEqualTo("\"http.response_time\" is of 3 responses, but the counters have 270.");
        assertThat(refusal(artillery, file.replaceFirst("\"count\": 90", "\"count\": 3"), Mapping.none()))
                .isEqualTo(
                        "\"plugins.metrics-by-endpoint.response_time.asr\" is of 3 responses, but the counters have 90.");
    }

    @Test
    void refusesWindowsThatContradictTheWhole() {
        String window = "{\"counters\":{\"http.requests\":100,\"http.codes.200\":60,\"http.codes.503\":40}}";
        String file = report("\"http.requests\":200,\"http.codes.200\":198,\"http.codes.503\":2", TIME)
                .replace("\"intermediate\":[]", "\"intermediate\":[" + window + "," + window + "]");

        assertThat(refusal(artillery, file, onRoute()))
                .isEqualTo("\"http.codes.200\" is 198 in \"aggregate\", but 120 in all of \"intermediate\" together.");
    }

    @Test
    void countsUsersThatFailedWithoutAnyFailureAsContradicted() {
        String counters = "\"http.requests\":100,\"http.codes.200\":98,\"http.codes.500\":2,\"vusers.failed\":30";

        assertThat(wholeTest(artillery, report(counters, TIME)))
                .hasToString(
                        "{\"p95_ms\":9.5,\"error_rate\":0.02,\"samples\":100,\"failed\":2,\"contradicting_status\":28}");
    }

    private static String report(String counters, String summaries) {
        return "{\"aggregate\":{\"counters\":{" + counters + "},\"summaries\":{" + summaries
                + "}},\"intermediate\":[]}";
    }
}
