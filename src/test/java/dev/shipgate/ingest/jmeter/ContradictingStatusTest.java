package dev.shipgate.ingest.jmeter;

import static dev.shipgate.ingest.jmeter.SampleTableTest.row;
import static dev.shipgate.ingest.jmeter.SampleTableTest.table;
import static dev.shipgate.ingest.request.ImportedFile.route;
import static org.assertj.core.api.Assertions.assertThat;

import dev.shipgate.ingest.request.ImportedFile;
import dev.shipgate.ingest.request.LoadTestResult;
import dev.shipgate.ingest.tool.ResultFormat;
import java.io.IOException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Samples that JMeter calls a success although their status is that of a failure, or there was no response. */
class ContradictingStatusTest {

    private static final String NO_RESPONSE = "Non HTTP response code: java.net.ConnectException";

    private final ResultFormat jmeter = new JMeter();

    private static String rows(int count, int elapsedMs, String code) {
        return IntStream.range(0, count)
                .mapToObj(i -> row(1_760_000_000_000L + 50L * i, elapsedMs, "/quote", "Visitors 1-1", true)
                        .replace(",200,", "," + code + ","))
                .collect(Collectors.joining());
    }

    @Test
    void theyAreANumberOfTheirRoute() throws IOException {
        assertThat(route(ImportedFile.read(jmeter, table(rows(300, 40, "500"))), "/quote"))
                .hasToString(
                        "{\"p95_ms\":40.0,\"p95_low_ms\":40.0,\"p95_high_ms\":40.0,\"error_rate\":0.0,\"samples\":300,\"failed\":0,\"contradicting_status\":300}");
        assertThat(route(ImportedFile.read(jmeter, table(rows(60, 2, NO_RESPONSE))), "/quote"))
                .hasToString(
                        "{\"p95_ms\":2.0,\"p95_low_ms\":2.0,\"p95_high_ms\":2.0,\"error_rate\":0.0,\"samples\":60,\"failed\":0,\"contradicting_status\":60}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"404", "503 Service Unavailable", "500.0", " 500 "})
    void theirCodeMayHaveMoreThanTheStatus(String code) throws IOException {
        assertThat(route(ImportedFile.read(jmeter, table(rows(60, 2, code))), "/quote")
                        .path("contradicting_status"))
                .hasToString("60");
    }

    @Test
    void theirMessageAloneMaySayThatThereWasNoResponse() throws IOException {
        String file = table(rows(60, 2, "")).replace(",OK,", ",Non HTTP response message: Connection refused,");

        assertThat(route(ImportedFile.read(jmeter, file), "/quote").path("contradicting_status"))
                .hasToString("60");
    }

    @ParameterizedTest
    @ValueSource(strings = {"200", "302 Found", "42000 1064", "4.7", "500ms", ""})
    void otherCodesAreNoStatusOfFailure(String code) throws IOException {
        assertThat(route(ImportedFile.read(jmeter, table(rows(60, 2, code))), "/quote")
                        .has("contradicting_status"))
                .isFalse();
    }

    @Test
    void theyAreToldWhereATransactionStandsForThem() throws IOException {
        String checkout = row(
                1_760_000_000_000L,
                15_000,
                "Checkout",
                "Visitors 1-1",
                true,
                "\"Number of samples in transaction : 300, number of failing samples : 0\"");
        LoadTestResult test = ImportedFile.read(
                jmeter,
                table(rows(300, 40, "500"), checkout),
                "{routes: {checkout: [{name: Checkout}]}, others: leave_out}");

        assertThat(route(test, "checkout"))
                .hasToString("{\"p95_ms\":15000.0,\"error_rate\":0.0,\"samples\":1,\"failed\":0}");
        assertThat(test.notes())
                .containsExactly(
                        "300 requests, none of them failed, are left out as the mapping does not have their names: "
                                + "/quote. The tool calls 300 of them a success, but their status is that of a failure, or there was "
                                + "no response.");
    }

    @Test
    void theyAreToldWhereTheMappingLeavesThemOut() throws IOException {
        LoadTestResult test = ImportedFile.read(
                jmeter,
                table(rows(1, 40, "500"), row(1_760_000_001_000L, 1, "home", "Visitors 1-1", true)),
                "leave_out: [{name: /quote}]");

        assertThat(test.notes())
                .containsExactly(
                        "1 request, which did not fail, is left out by the mapping: /quote. The tool calls 1 of them "
                                + "a success, but their status is that of a failure, or there was no response.");
    }
}
