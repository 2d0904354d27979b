package dev.shipgate.ingest.k6;

import static dev.shipgate.ingest.request.ImportedFile.read;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shipgate.ingest.mapping.Mapping;
import dev.shipgate.ingest.measure.RecordingSink;
import dev.shipgate.ingest.read.UnreadableResultException;
import dev.shipgate.ingest.request.ImportedFile;
import dev.shipgate.ingest.request.LoadTestResult;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The table that k6 writes with {@code --out csv}, after its sources. */
class CsvPointsTest {

    private static final String HEADER =
            "metric_name,timestamp,metric_value,check,error,error_code,expected_response,group,method,name,proto,scenario,"
                    + "service,status,subproto,tls_version,url,extra_tags,metadata\n";

    private static String row(String metric, String time, String value, String expected, String status, String extra) {
        return metric + "," + time + "," + value + ",,,," + expected + ",,GET,/quote,HTTP/1.1,default,," + status
                + ",,,/quote," + extra + ",\n";
    }

    private static String request(String time, String ms, String expected, String status, String extra) {
        return row("http_reqs", time, "1.000000", expected, status, extra)
                + row("http_req_duration", time, ms, expected, status, extra)
                + row(
                        "http_req_failed",
                        time,
                        expected.equals("true") ? "0.000000" : "1.000000",
                        expected,
                        status,
                        extra);
    }

    private static final String WHOLE = HEADER
            + "vus,1760000000,3.000000,,,,,,,,,,,,,,,,\n"
            + request("1760000000", "250.500000", "true", "200", "")
            + request("1760000001", "1.000000", "false", "500", "")
            + request("1760000001", "2.000000", "true", "404", "");

    @Test
    void readsWhatPointsOfJsonSayToo() {
        K6Reading told = K6Reading.of(WHOLE);

        assertThat(told.samples)
                .containsExactly(
                        new RecordingSink.Sample("/quote", 1_759_999_999_749L, 250_500, false),
                        new RecordingSink.Sample("/quote", 1_760_000_000_999L, 1_000, true),
                        new RecordingSink.Sample("/quote", 1_760_000_000_998L, 2_000, false));
        assertThat(told.users).containsExactly(new RecordingSink.Users(1_760_000_000_000L, 3));
        assertThat(told.contradictingStatus).hasToString("{/quote=1}");
        assertThat(told.notes).isEmpty();
        assertThat(told.provenance().form()).isEqualTo("CSV points");
    }

    @Test
    void readsATableWithTheTagsThatK6HasByDefault() {
        LoadTestResult test = read(new K6(), K6Reading.file("points.csv"), Mapping.none());

        assertThat(test.routes())
                .hasToString(
                        "{/quote={\"p95_ms\":156.95,\"p95_low_ms\":151.0,\"p95_high_ms\":159.007,\"error_rate\":0.05,\"samples\":60,\"failed\":3}}");
        assertThat(test.notes()).isEmpty();
    }

    @Test
    void readsCompressedTables() throws IOException {
        byte[] compressed = K6Reading.gzip(WHOLE.getBytes(StandardCharsets.UTF_8));

        assertThat(ImportedFile.recognises(new K6(), compressed)).isTrue();
        assertThat(K6Reading.of(compressed, Mapping.none()).samples).hasSize(3);
    }

    @ParameterizedTest
    @CsvSource({
        "1760000000, 1760000000000",
        "1760000000123, 1760000000123",
        "1760000000123456, 1760000000123",
        "1760000000123456789, 1760000000123",
        "2025-10-09T08:53:20Z, 1760000000000",
        "2025-10-09T10:53:20+02:00, 1760000000000"
    })
    void readsTimesInEachFormat(String time, long ms) {
        assertThat(K6Reading.of(HEADER + request(time, "0.000000", "true", "200", ""))
                        .samples
                        .get(0)
                        .startedAtMs())
                .isEqualTo(ms);
    }

    @ParameterizedTest
    @CsvSource({
        "route=search&shop=3, route, search", "shop=3&route=a&b=c, route, a", "shop=3&route=a&b, route, a&b",
        "route=, name, /quote", "'', name, /quote", "shop=3, shop, 3"
    })
    void namesRoutesByTagsOfTheTest(String extra, String by, String name) {
        Mapping mapping = K6Reading.mapping("by: " + by);

        assertThat(K6Reading.of(
                                (HEADER + request("1760000000", "1.000000", "true", "200", extra))
                                        .getBytes(StandardCharsets.UTF_8),
                                mapping)
                        .samples)
                .extracting(RecordingSink.Sample::name)
                .containsExactly(name);
    }

    @Test
    void takesAFailureFromItsOwnRowWhereNoTagSaysIt() {
        String rows = row("http_req_duration", "1760000000", "5.000000", "", "503", "")
                + row("http_req_failed", "1760000000", "0.000000", "", "503", "")
                + row("http_req_duration", "1760000000", "6.000000", "", "200", "")
                + row("http_req_failed", "1760000000", "1.000000", "", "200", "");

        assertThat(K6Reading.of(HEADER + rows).samples)
                .extracting(RecordingSink.Sample::failed)
                .containsExactly(false, true);
    }

    @Test
    void refusesDurationsThatNoRequestHas() {
        assertThatThrownBy(() -> K6Reading.of(HEADER + request("1760000000", "10000000001", "true", "200", "")))
                .isInstanceOf(UnreadableResultException.class)
                .hasMessage(
                        "Line 3: The duration (10000000001 ms) must be 0 or more, and at most 10000000000 ms, some 115 "
                                + "days.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1760000000 | TRUE | 1.500000 | Line 3: The tag expected_response is \"TRUE\". A spreadsheet "
                        + "has changed the file: it writes TRUE and FALSE, and times as 1.76E+12. Give it as k6 wrote it.",
                "1760000000 | yes | 1.500000 | Line 3: The tag expected_response is \"yes\". It must be true or false.",
                "1.76E+12 | true | 1.500000 | Line 3: The time is \"1.76E+12\", of which a spreadsheet has taken digits away. "
                        + "Give the file as k6 wrote it.",
                "yesterday | true | 1.500000 | Line 3: The time (yesterday) must be as in 2026-11-23T21:49:50.129Z."
            })
    void saysWhatASpreadsheetChanged(String time, String expected, String ms, String message) {
        assertThatThrownBy(() -> K6Reading.of(HEADER + request(time, ms, expected, "200", "")))
                .isInstanceOf(UnreadableResultException.class)
                .hasMessage(message);
    }

    @Test
    void refusesDurationsThatMayHaveThousandsSeparators() {
        String rows =
                request("1760000000", "420", "true", "200", "") + request("1760000001", "1.240", "true", "200", "");

        assertThatThrownBy(() -> K6Reading.of(HEADER + rows))
                .isInstanceOf(UnreadableResultException.class)
                .hasMessage(
                        "Line 6: metric_value of http_req_duration is 1.240, and in line 3 it is 420. Is that 1240 with a "
                                + "thousands separator, or a decimal fraction? Write 1240, or 1.2400.");
    }

    @Test
    void refusesATableThatIsCutOff() {
        assertThatThrownBy(() -> K6Reading.of(WHOLE.substring(0, WHOLE.length() - 1)))
                .isInstanceOf(UnreadableResultException.class)
                .hasMessageContaining("cut off");
        assertThatThrownBy(() -> K6Reading.of(WHOLE + "http_reqs,1760000001,1.000000,,\n"))
                .isInstanceOf(UnreadableResultException.class)
                .hasMessageContaining("has 5 cells, and the header has 19");
        assertThatThrownBy(() -> K6Reading.of(WHOLE + row("http_reqs", "1760000001", "1.000000", "true", "200", "")))
                .isInstanceOf(UnreadableResultException.class)
                .hasMessageContaining("The file ends within a request");
    }

    @Test
    void saysThatMetricsOfTheTestsOwnAreNotRead() {
        Mapping mapping = K6Reading.mapping("metrics: {cost_per_success: {metric: cost}}");

        assertThat(K6Reading.of(WHOLE.getBytes(StandardCharsets.UTF_8), mapping).notes)
                .first()
                .isEqualTo(
                        "k6's CSV does not say of which kind a metric of the test's own is, so that these are missing: "
                                + "cost_per_success. Use --out json for them.");
    }

    @Test
    void saysWhichMetricsThereAreWhenNoRequestIs() {
        assertThatThrownBy(() -> K6Reading.of(HEADER + row("grpc_req_duration", "1760000001", "1.000000", "", "", "")))
                .isInstanceOf(UnreadableResultException.class)
                .hasMessageEndingWith("There is grpc_req_duration.");
    }

    @Test
    void aChangedTableIsReadOrRefusedWithWords() {
        ImportedFile.readMutations(new K6(), Mapping.none(), WHOLE.getBytes(StandardCharsets.UTF_8), 20261129);
    }
}
