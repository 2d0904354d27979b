package dev.shipgate.ingest.vegeta;

import static dev.shipgate.ingest.request.ImportedFile.mapping;
import static dev.shipgate.ingest.request.ImportedFile.onRoute;
import static dev.shipgate.ingest.request.ImportedFile.read;
import static dev.shipgate.ingest.request.ImportedFile.recognises;
import static dev.shipgate.ingest.request.ImportedFile.refusal;
import static dev.shipgate.ingest.request.ImportedFile.wholeTest;
import static org.assertj.core.api.Assertions.assertThat;

import dev.shipgate.ingest.mapping.Mapping;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class VegetaTest {

    private final Vegeta vegeta = new Vegeta();

    @Test
    void readsAReportWithoutFailures() {
        assertThat(wholeTest(vegeta, report(100, "1", "\"200\":100")))
                .hasToString("{\"p95_ms\":5.0,\"error_rate\":0.0,\"samples\":100,\"failed\":0}");
    }

    @Test
    void countsStatusesOtherThanSuccessAndRedirectAsFailures() {
        String file = report(10, "0.6", "\"0\":1,\"200\":4,\"302\":2,\"404\":1,\"503\":2");

        assertThat(wholeTest(vegeta, file))
                .hasToString("{\"p95_ms\":5.0,\"error_rate\":0.4,\"samples\":10,\"failed\":4}");
    }

    @Test
    void measuresNothingOfAReportAboutNothing() {
        assertThat(wholeTest(vegeta, report(0, "0", ""))).hasToString("{\"samples\":0}");
    }

    @Test
    void refusesAReportThatContradictsItself() {
        assertThat(refusal(vegeta, report(10, "0.99", "\"200\":9,\"503\":1"), onRoute()))
                .isEqualTo(
                        "\"success\" is 0.99, but must be the ratio of requests with a status of 2xx or 3xx: 9 of 10.");
        assertThat(refusal(vegeta, report(10, "0.9", "\"200\":9"), onRoute()))
                .isEqualTo("The counts in status_codes are together 9, but must be the 10 requests.");
        assertThat(refusal(vegeta, report(1, "1", "\"200\":1").replace("\"max\":7000000", "\"max\":70"), onRoute()))
                .isEqualTo(
                        "\"max\" of latencies is 0.00007 ms, and \"99th\", which cannot be more, is 6 ms. Was the file "
                                + "changed?");
    }

    @Test
    void takesAHigherPercentileWhenTheMappingSaysSo() {
        assertThat(read(vegeta, report(1, "1", "\"200\":1"), mapping("route: tts", "p95: 99th"))
                        .routes())
                .hasToString("{tts={\"p95_ms\":6.0,\"error_rate\":0.0,\"samples\":1,\"failed\":0}}");
    }

    @Test
    void readsRowsOfJsonByTheNameOfTheAttack() {
        String file = json("asr", 200, 1_000_000, "", "/a")
                + json("tts", 503, 3_000_000, "503", "/b")
                + json("tts", 302, 3_000_000, "", "/b");

        assertThat(read(vegeta, file, Mapping.none()).routes())
                .hasToString("{asr={\"p95_ms\":1.0,\"error_rate\":0.0,\"samples\":1,\"failed\":0}, "
                        + "tts={\"p95_ms\":3.0,\"error_rate\":0.5,\"samples\":2,\"failed\":1}}");
    }

    @Test
    void readsRowsByTheirAddressWhenTheMappingSaysSo() {
        String file = json("", 200, 1_000_000, "", "/a") + json("", 0, 64_000_000L, "timeout", "/b");

        assertThat(read(vegeta, file, mapping("by: method_url")).routes())
                .hasToString("{GET http://h/a={\"p95_ms\":1.0,\"error_rate\":0.0,\"samples\":1,\"failed\":0}, "
                        + "GET http://h/b={\"p95_ms\":64.0,\"error_rate\":1.0,\"samples\":1,\"failed\":1}}");
        assertThat(wholeTest(vegeta, file))
                .hasToString("{\"p95_ms\":64.0,\"error_rate\":0.5,\"samples\":2,\"failed\":1}");
    }

    @Test
    void readsRowsOfCsvWithNineAndWithTwelveColumns() {
        String nine = """
                1795470590129000000,200,1000000,0,9,,YQ==,tts,0
                1795470590129000000,503,2000000,0,9,"503 Service
                Unavailable",,tts,1
                """;
        String twelve = """
                1795470590129000000,200,1000000,0,9,,YQ==,tts,0,GET,http://h/a,eA==
                1795470590129000000,503,2000000,0,9,503,,tts,1,POST,http://h/a,
                """;

        assertThat(read(vegeta, nine, Mapping.none()).routes())
                .hasToString("{tts={\"p95_ms\":2.0,\"error_rate\":0.5,\"samples\":2,\"failed\":1}}");
        assertThat(read(vegeta, twelve, mapping("by: method_url")).routes())
                .hasToString("{GET http://h/a={\"p95_ms\":1.0,\"error_rate\":0.0,\"samples\":1,\"failed\":0}, "
                        + "POST http://h/a={\"p95_ms\":2.0,\"error_rate\":1.0,\"samples\":1,\"failed\":1}}");
        assertThat(refusal(vegeta, nine, mapping("by: url")))
                .isEqualTo("The rows have no method and URL, which vegeta writes since 12.8. Name routes by attack.");
    }

    @Test
    void countsAnErrorWithAGoodStatusAsAFailure() {
        assertThat(wholeTest(vegeta, json("", 200, 1_000_000, "unexpected EOF", "/a")))
                .hasToString("{\"p95_ms\":1.0,\"error_rate\":1.0,\"samples\":1,\"failed\":1}");
    }

    @Test
    void refusesRowsThatVegetaDoesNotWrite() {
        assertThat(refusal(vegeta, json("", 200, -1, "", "/a"), onRoute()))
                .isEqualTo("Line 1: The latency (-1) must be in nanoseconds, from 0 to those of a day.");
        assertThat(refusal(vegeta, json("", 200, 1, "", "/a") + "{\"code\":200}\n", onRoute()))
                .isEqualTo("Line 2: There must be \"timestamp\", \"code\" and \"latency\".");
        assertThat(refusal(vegeta, "1795470590129000000,200,1000000,0,9,,YQ==\n", onRoute()))
                .isEqualTo("Line 1: The row has 7 cells. vegeta writes 9 or 12. Is the file cut off?");
    }

    @Test
    void saysThatASpreadsheetShortenedTheTime() {
        String row = "1.76E+18,200,1000000,0,9,,YQ==,tts,0\n";

        assertThat(recognises(vegeta, row.getBytes(StandardCharsets.UTF_8))).isTrue();
        assertThat(refusal(vegeta, row, onRoute()))
                .isEqualTo(
                        "Line 1: \"1.76E+18\" must be a whole number with all of its digits. A spreadsheet has shortened "
                                + "it: give the file as it was before.");
    }

    @Test
    void countsResponsesThatBrokeOffAsContradictedSuccesses() {
        String file = report(10, "0.9", "\"200\":9,\"503\":1")
                .replace("\"errors\":[]", "\"errors\":[\"503 Service Unavailable\",\"unexpected EOF\"]");

        assertThat(wholeTest(vegeta, file))
                .hasToString(
                        "{\"p95_ms\":5.0,\"error_rate\":0.1,\"samples\":10,\"failed\":1,\"contradicting_status\":1}");
    }

    @Test
    void knowsNoContradictionWhereAnErrorCanBeOfNoResponse() {
        String file = report(10, "0.9", "\"0\":1,\"200\":9")
                .replace("\"errors\":[]", "\"errors\":[\"dial tcp: connection refused\"]");

        assertThat(wholeTest(vegeta, file))
                .hasToString("{\"p95_ms\":5.0,\"error_rate\":0.1,\"samples\":10,\"failed\":1}");
    }

    private static String report(int requests, String success, String statusCodes) {
        return """
                {"latencies":{"total":9,"mean":3,"50th":1000000,"90th":4000000,"95th":5000000,"99th":6000000,"max":7000000},
                "bytes_in":{"total":0,"mean":0},"bytes_out":{"total":0,"mean":0},
                "requests":%d,"success":%s,"status_codes":{%s},"errors":[]}
                """.formatted(requests, success, statusCodes);
    }

    private static String json(String attack, int code, long nanos, String error, String path) {
        return ("{\"attack\":\"%s\",\"seq\":0,\"code\":%d,\"timestamp\":\"2026-11-23T21:49:50.129000001+01:00\","
                        + "\"latency\":%d,\"bytes_out\":0,\"bytes_in\":9,\"error\":\"%s\",\"body\":\"YQ==\","
                        + "\"method\":\"GET\",\"url\":\"http://h%s\",\"headers\":{\"A\":[\"b\"]}}\n")
                .formatted(attack, code, nanos, error, path);
    }
}
