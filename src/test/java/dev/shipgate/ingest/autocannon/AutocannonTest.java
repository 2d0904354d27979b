package dev.shipgate.ingest.autocannon;

import static dev.shipgate.ingest.request.ImportedFile.mapping;
import static dev.shipgate.ingest.request.ImportedFile.onRoute;
import static dev.shipgate.ingest.request.ImportedFile.read;
import static dev.shipgate.ingest.request.ImportedFile.refusal;
import static dev.shipgate.ingest.request.ImportedFile.wholeTest;
import static org.assertj.core.api.Assertions.assertThat;

import dev.shipgate.ingest.request.LoadTestResult;
import dev.shipgate.testing.SampleFiles;
import org.junit.jupiter.api.Test;

class AutocannonTest {

    private final Autocannon autocannon = new Autocannon();

    @Test
    void knowsTheNinetiethPercentileAsABoundSinceThereIsNo95th() {
        LoadTestResult test = read(autocannon, SampleFiles.text("autocannon/result-tts.json"), onRoute());

        assertThat(test.routes())
                .hasToString(
                        "{tts={\"p95_at_least_ms\":25.0,\"p95_at_most_ms\":45.0,\"error_rate\":0.0522034,\"samples\":1475,\"failed\":77}}");
        assertThat(test.notes()).first().isEqualTo("autocannon measured \"http://127.0.0.1:18089/tts\".");
        assertThat(test.notes())
                .last()
                .asString()
                .startsWith("autocannon calculates no 95th percentile, only p0_001,")
                .endsWith("With p95: p97_5 in the mapping the next higher one stands in for it.");
    }

    @Test
    void takesTheNextHigherPercentileWhenTheMappingSaysSo() {
        LoadTestResult test =
                read(autocannon, SampleFiles.text("autocannon/result-tts.json"), mapping("route: tts", "p95: p97_5"));

        assertThat(test.routes())
                .hasToString("{tts={\"p95_ms\":45.0,\"error_rate\":0.0522034,\"samples\":1475,\"failed\":77}}");
        assertThat(test.provenance().p95Method())
                .isEqualTo("autocannon: p97_5 in place of the 95th percentile, which is not above it, of the response "
                        + "times in whole ms of all responses");
        assertThat(refusal(
                        autocannon, SampleFiles.text("autocannon/result-tts.json"), mapping("route: tts", "p95: p90")))
                .contains("which is lower");
    }

    @Test
    void takesNoBoundFromResponseTimesThatWereCorrectedForARate() {
        String file = SampleFiles.text("autocannon/result-tts-rate200.json");

        assertThat(wholeTest(autocannon, file)).hasToString("{\"error_rate\":0.0432432,\"samples\":555,\"failed\":24}");
        assertThat(read(autocannon, file, onRoute()).notes())
                .anySatisfy(note -> assertThat(note).contains("by adding 19217 values"));
        assertThat(read(autocannon, file, onRoute()).provenance().p95Method())
                .endsWith("all responses, with values added for coordinated omission");
    }

    @Test
    void countsErrorsAsRequestsAndTimeOutsAsSomeOfThem() {
        assertThat(wholeTest(autocannon, result(80, 0, 20, 10, 4, 0, 118)))
                .hasToString("{\"p95_at_least_ms\":9.0,\"error_rate\":0.272727,\"samples\":110,\"failed\":30}");
    }

    @Test
    void countsRedirectsAsNoFailures() {
        String file = result(80, 20, 20, 0, 0, 0, 108);

        assertThat(wholeTest(autocannon, file))
                .hasToString(
                        "{\"p95_at_least_ms\":9.0,\"p95_at_most_ms\":30.0,\"error_rate\":0.0,\"samples\":100,\"failed\":0}");
        assertThat(read(autocannon, file, onRoute()).notes())
                .contains("20 responses were redirects, which autocannon does not follow. Is the address right?");
    }

    @Test
    void countsBodiesThatWereNotExpectedAsFailures() {
        assertThat(wholeTest(autocannon, result(90, 0, 10, 0, 0, 15, 108)))
                .hasToString(
                        "{\"p95_at_least_ms\":9.0,\"p95_at_most_ms\":30.0,\"error_rate\":0.25,\"samples\":100,\"failed\":25}");
    }

    @Test
    void countsWhatWasSentAndNeverAnsweredAsFailures() {
        String file = result(100, 0, 0, 0, 0, 0, 133);

        assertThat(wholeTest(autocannon, file))
                .hasToString("{\"p95_at_least_ms\":9.0,\"error_rate\":0.2,\"samples\":125,\"failed\":25}");
        assertThat(read(autocannon, file, onRoute()).notes())
                .anySatisfy(note -> assertThat(note).startsWith("25 requests were sent and neither answered"));
    }

    @Test
    void measuresNoLatencyWhereNothingWasAnswered() {
        assertThat(wholeTest(autocannon, result(0, 0, 0, 10, 0, 0, 18)))
                .hasToString("{\"error_rate\":1.0,\"samples\":10,\"failed\":10}");
    }

    @Test
    void refusesCountsThatDoNotAddUp() {
        String file = result(80, 0, 20, 0, 0, 0, 108).replace("\"total\":100", "\"total\":120");

        assertThat(refusal(autocannon, file, onRoute()))
                .isEqualTo(
                        "2xx (80) and non2xx (20) must be together the total of requests (120), 3xx a part of non2xx, "
                                + "and timeouts a part of errors.");
    }

    @Test
    void readsWhatOlderVersionsWroteWhichExpectNoBody() {
        String file = SampleFiles.text("autocannon/result-tts.json");

        assertThat(wholeTest(autocannon, file.replace("\"mismatches\":0,", ""))).isEqualTo(wholeTest(autocannon, file));
    }

    @Test
    void refusesCountsThatContradictThoseOfEachStatus() {
        String file = SampleFiles.text("autocannon/result-tts.json");

        assertThat(refusal(autocannon, file.replace("\"5xx\":77", "\"5xx\":7"), onRoute()))
                .isEqualTo("non2xx is 77, but 1xx, 3xx, 4xx and 5xx are together 7.");
        assertThat(refusal(autocannon, file.replace("\"500\":{\"count\":77}", "\"500\":{\"count\":777}"), onRoute()))
                .isEqualTo("2xx is 1398 and non2xx 77, but statusCodeStats has 1398 and 777.");
    }

    private static String result(
            int ok, int redirects, int non2xx, int errors, int timeouts, int mismatches, int sent) {
        int total = ok + non2xx;
        return """
                {"url":["http://127.0.0.1:1/a","http://127.0.0.1:1/b"],"connections":8,"pipelining":1,"workers":0,
                "errors":%d,"timeouts":%d,"mismatches":%d,"non2xx":%d,"2xx":%d,"3xx":%d,
                "latency":{"min":1,"p90":%d,"p97_5":30,"totalCount":%d},
                "requests":{"p90":200,"total":%d,"sent":%d},"throughput":{}}
                """.formatted(
                        errors, timeouts, mismatches, non2xx, ok, redirects, total == 0 ? 0 : 9, total, total, sent);
    }
}
