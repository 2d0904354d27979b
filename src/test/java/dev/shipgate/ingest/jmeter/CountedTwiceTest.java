package dev.shipgate.ingest.jmeter;

import static dev.shipgate.ingest.jmeter.SampleTableTest.row;
import static dev.shipgate.ingest.jmeter.SampleTableTest.table;
import static dev.shipgate.ingest.request.ImportedFile.route;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shipgate.ingest.read.UnreadableResultException;
import dev.shipgate.ingest.request.ImportedFile;
import dev.shipgate.ingest.request.LoadTestResult;
import dev.shipgate.ingest.tool.ResultFormat;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** Rows that measure requests a second time: rows of transaction controllers, and of parts of samples. */
class CountedTwiceTest {

    private static final String TWO = "\"Number of samples in transaction : 2, number of failing samples : 0\"";

    private static final String WITH_TRANSACTION = table(
            row(1000, 20, "asr", "T 1-1", true),
            row(1020, 40, "tts", "T 1-1", true),
            row(1000, 60, "turn", "T 1-1", true, TWO));

    private static final String WITH_PARTS = table(
            row(1000, 50, "home", "T 1-1", true),
            row(1000, 20, "home-0", "T 1-1", true),
            row(1000, 10, "home-0-0", "T 1-1", true),
            row(1020, 30, "home-1", "T 1-1", true),
            row(1050, 5, "other", "T 1-1", true));

    private final ResultFormat jmeter = new JMeter();

    @Test
    void leavesOutTransactions() throws IOException {
        LoadTestResult test = ImportedFile.read(jmeter, WITH_TRANSACTION);

        assertThat(test.routes()).containsOnlyKeys("asr", "tts");
        assertThat(test.notes())
                .containsExactly(
                        "1 request, which did not fail, is left out as they are rows of transaction controllers, "
                                + "whose requests have rows of their own (the mapping may name them): turn.");
    }

    @Test
    void takesTransactionsThatTheMappingNames() throws IOException {
        LoadTestResult test = ImportedFile.read(jmeter, WITH_TRANSACTION, "routes: {whole-turn: [{name: turn}]}");

        assertThat(route(test, "whole-turn"))
                .hasToString("{\"p95_ms\":60.0,\"error_rate\":0.0,\"samples\":1,\"failed\":0}");
        assertThat(test.routes()).containsOnlyKeys("asr", "tts", "whole-turn");
        assertThat(test.notes()).isEmpty();
    }

    @Test
    void refusesTransactionsAndRequestsOnOneRoute() {
        assertThatThrownBy(
                        () -> ImportedFile.read(jmeter, WITH_TRANSACTION, "routes: {voice: [{pattern: 'tts|turn'}]}"))
                .isInstanceOf(UnreadableResultException.class)
                .hasMessage(
                        "The route \"voice\" has rows of requests and, with \"turn\", of transaction controllers which "
                                + "would count requests twice. Map one of them only.");
    }

    @Test
    void aNameOfRequestsIsTheirsInAMappingToo() throws IOException {
        LoadTestResult test = ImportedFile.read(
                jmeter,
                table(row(1000, 20, "tts", "T 1-1", true), row(1000, 60, "tts", "T 1-1", false, TWO)),
                "routes: {speech: [{name: tts}]}");

        assertThat(route(test, "speech"))
                .hasToString("{\"p95_ms\":20.0,\"error_rate\":0.0,\"samples\":1,\"failed\":0}");
        assertThat(test.notes())
                .containsExactly(
                        "1 request, which failed, is left out as they are rows of transaction controllers, whose requests have "
                                + "rows of their own (the mapping may name them): tts.");
    }

    @Test
    void saysWhatToDoWhereANameIsOfPartsFirst() {
        String partFirst = table(row(1000, 50, "home", "T 1-1", true), row(1000, 20, "home-0", "T 1-1", true))
                + row(2000, 20, "home-0", "T 1-1", true);

        assertThatThrownBy(() -> ImportedFile.read(jmeter, partFirst, "routes: {redirect: [{name: home-0}]}"))
                .isInstanceOf(UnreadableResultException.class)
                .hasMessage(
                        "The route \"redirect\" has rows of sub-results, such as redirects, and, with \"home-0\", of "
                                + "requests which would count requests twice. Name \"home-0\" nowhere in the mapping: its requests are "
                                + "a route of that name then, and the others are left out. Or call one of them otherwise in the test.");
    }

    @Test
    void leavesOutTransactionsOfTheLabelOfARequest() throws IOException {
        LoadTestResult test = ImportedFile.read(
                jmeter, table(row(1000, 20, "tts", "T 1-1", true), row(1000, 60, "tts", "T 1-1", true, TWO)));

        assertThat(route(test, "tts")).hasToString("{\"p95_ms\":20.0,\"error_rate\":0.0,\"samples\":1,\"failed\":0}");
    }

    @Test
    void refusesOthersOnlyOfRequests() throws IOException {
        LoadTestResult test = ImportedFile.read(
                jmeter, WITH_TRANSACTION, "{routes: {asr: [{name: asr}], tts: [{name: tts}]}, others: refuse}");

        assertThat(test.routes()).containsOnlyKeys("asr", "tts");
    }

    @Test
    void leavesOutPartsOfSamples() throws IOException {
        LoadTestResult test = ImportedFile.read(jmeter, WITH_PARTS);

        assertThat(test.routes()).containsOnlyKeys("home", "other");
        assertThat(route(test, "home").get("samples").longValue()).isEqualTo(1);
        assertThat(test.notes())
                .containsExactly(
                        "3 requests, none of them failed, are left out as they are parts of rows before them, such as "
                                + "redirects (the mapping may name them): home-0, home-0-0, home-1.");
    }

    @Test
    void takesPartsThatTheMappingNames() throws IOException {
        LoadTestResult test = ImportedFile.read(jmeter, WITH_PARTS, "routes: {redirect: [{name: home-0}]}");

        assertThat(test.routes()).containsOnlyKeys("home", "other", "redirect");
    }

    @Test
    void findsPartsAmongRowsOfOtherThreads() throws IOException {
        LoadTestResult test = ImportedFile.read(
                jmeter,
                table(
                        row(1000, 50, "home", "T 1-1", true),
                        row(1000, 50, "home", "T 1-2", true),
                        row(1000, 20, "home-0", "T 1-1", true),
                        row(1000, 20, "home-0", "T 1-2", true),
                        row(1020, 30, "home-1", "T 1-2", true),
                        row(1020, 30, "home-1", "T 1-1", true)));

        assertThat(test.routes()).containsOnlyKeys("home");
        assertThat(route(test, "home").get("samples").longValue()).isEqualTo(2);
    }

    @Test
    void takesSamplesThatATestNumbersItself() throws IOException {
        LoadTestResult test = ImportedFile.read(
                jmeter,
                table(
                        row(1000, 50, "step", "T 1-1", true),
                        row(1050, 20, "step-1", "T 1-1", true),
                        row(1070, 20, "step-2", "T 1-1", true)));

        assertThat(test.routes()).containsOnlyKeys("step", "step-1", "step-2");
    }

    @Test
    void takesTheRequestsOfATransactionThatIsTheirParent() throws IOException {
        LoadTestResult test = ImportedFile.read(
                jmeter,
                table(
                        row(1000, 60, "turn", "T 1-1", true, TWO),
                        row(1000, 20, "asr", "T 1-1", true),
                        row(1020, 40, "tts", "T 1-1", true),
                        row(1020, 30, "tts-0", "T 1-1", true)));

        assertThat(test.routes()).containsOnlyKeys("asr", "tts");
    }

    @Test
    void refusesTransactionsWhoseRequestsHaveNoRows() throws IOException {
        String onlyTransactions = table(row(1000, 60, "turn", "T 1-1", true, TWO));

        assertThatThrownBy(() -> ImportedFile.read(jmeter, onlyTransactions))
                .isInstanceOf(UnreadableResultException.class)
                .hasMessage("All rows are of transaction controllers, and their requests have none. Set "
                        + "jmeter.save.saveservice.subresults=true, or name the transactions in the mapping.");
        assertThat(ImportedFile.read(jmeter, onlyTransactions, "routes: {turn: [{name: turn}]}")
                        .routes())
                .containsOnlyKeys("turn");
    }
}
