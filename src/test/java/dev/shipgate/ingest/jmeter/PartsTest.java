package dev.shipgate.ingest.jmeter;

import static dev.shipgate.ingest.OneFormat.route;
import static dev.shipgate.ingest.jmeter.SampleTableTest.row;
import static dev.shipgate.ingest.jmeter.SampleTableTest.table;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shipgate.ingest.LoadTest;
import dev.shipgate.ingest.OneFormat;
import dev.shipgate.ingest.UnreadableResultException;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** Which rows are parts of others is told by their thread, their time and their order, and never by their names. */
class PartsTest {

    private final OneFormat jmeter = new OneFormat(new JMeter());

    private static String transaction(long atMs, long elapsedMs, String label, int samples, int failing) {
        return row(
                atMs,
                elapsedMs,
                label,
                "T 1-1",
                failing == 0,
                "\"Number of samples in transaction : " + samples + ", number of failing samples : " + failing + "\"");
    }

    private static String request(long atMs, long elapsedMs, String label, boolean success) {
        return row(atMs, elapsedMs, label, "T 1-1", success);
    }

    private String samples(String... rows) throws IOException {
        return jmeter.read(table(rows)).routes().entrySet().stream()
                .map(route -> route.getKey() + " " + route.getValue().get("samples") + " "
                        + route.getValue().get("error_rate"))
                .toList()
                .toString();
    }

    @Test
    void aSamplerWithTheNameOfAPartCounts() throws IOException {
        assertThat(samples(
                        request(1000, 100, "Basket-0", true),
                        transaction(1000, 100, "Basket", 1, 0),
                        request(1100, 800, "Basket-0", false),
                        transaction(1100, 800, "Basket", 1, 1)))
                .isEqualTo("[Basket-0 2 0.5]");
        assertThat(samples(
                        request(1000, 100, "Basket", true),
                        request(1100, 0, "Basket-0", false),
                        request(1100, 10, "Basket-1", false)))
                .isEqualTo("[Basket 1 0.0, Basket-0 1 1.0, Basket-1 1 1.0]");
    }

    @Test
    void aSampleWithoutDurationHasNoParts() throws IOException {
        assertThat(samples(
                        request(1000, 0, "pay", false),
                        request(1000, 0, "pay", false),
                        request(1000, 0, "pay", false),
                        request(1000, 0, "pay", false),
                        request(1000, 0, "pay", false)))
                .isEqualTo("[pay 5 1.0]");
    }

    @Test
    void aMappingMayNameASamplerWithTheNameOfAPart() throws IOException {
        LoadTest test = jmeter.read(
                table(request(1000, 100, "Basket-0", true), transaction(1000, 100, "Basket", 1, 0)),
                "{routes: {basket: [{name: Basket-0}]}, others: refuse}");

        assertThat(route(test, "basket").get("samples").longValue()).isEqualTo(1);
    }

    @Test
    void partsMayHaveNamesOfTheirOwn() throws IOException {
        assertThat(samples(
                        request(1000, 100, "home", false),
                        request(1000, 40, "home", true),
                        request(1040, 60, "logo.png", false),
                        request(1100, 10, "search", true)))
                .isEqualTo("[home 1 1.0, search 1 0.0]");
    }

    @Test
    void saysHowManyPartsFailed() throws IOException {
        LoadTest test = jmeter.read(table(
                request(1000, 100, "home", true), request(1010, 40, "logo", false), request(1060, 40, "map", true)));

        assertThat(test.notes())
                .containsExactly(
                        "2 requests, 1 of them failed, are left out as they are parts of rows before them, such as "
                                + "redirects (the mapping may name them): logo, map.");
    }

    @Test
    void aTransactionIsLeftOutWhereverItsRequestsAre() throws IOException {
        assertThat(samples(
                        request(1000, 10, "a", true),
                        request(1020, 10, "b", false),
                        transaction(1000, 30, "inner", 2, 1),
                        request(1040, 10, "c", true),
                        transaction(1000, 55, "outer", 3, 1)))
                .isEqualTo("[a 1 0.0, b 1 1.0, c 1 0.0]");
        assertThat(samples(
                        transaction(1000, 55, "outer", 2, 1),
                        transaction(1000, 30, "inner", 1, 1),
                        request(1000, 30, "a", false),
                        request(1000, 20, "a-0", true),
                        request(1040, 10, "c", true)))
                .isEqualTo("[a 1 1.0, c 1 0.0]");
    }

    @Test
    void theTimeOfATransactionHasItsPauses() throws IOException {
        String withPause = transaction(1000, 20, "turn", 2, 0).replace(",0,0,0\n", ",0,30,0\n");

        assertThat(samples(request(1000, 10, "a", true), request(1040, 10, "b", true), withPause))
                .isEqualTo("[a 1 0.0, b 1 0.0]");
    }

    @Test
    void aTransactionWithoutRowsOfItsRequestsCountsItself() throws IOException {
        LoadTest test = jmeter.read(table(
                request(1000, 10, "login", true),
                transaction(1010, 700, "pay", 2, 1),
                request(1710, 10, "logout", true),
                transaction(1720, 0, "skipped", 0, 0)));

        assertThat(test.routes()).containsOnlyKeys("login", "pay", "logout");
        assertThat(route(test, "pay")).hasToString("{\"p95_ms\":700.0,\"error_rate\":1.0,\"samples\":1}");
        assertThat(test.notes())
                .containsExactly(
                        "1 transactions, 1 of them failed, count as requests, as no request lies within their thread and "
                                + "time: pay.",
                        "1 request, which did not fail, is left out as they are rows of transaction controllers, whose "
                                + "requests have rows of their own (the mapping may name them): skipped.");
    }

    @Test
    void aTransactionAroundOneWithoutRowsIsLeftOut() throws IOException {
        assertThat(samples(
                        request(900, 10, "login", true),
                        transaction(1000, 30, "inner", 2, 1),
                        transaction(1000, 30, "outer", 1, 1)))
                .isEqualTo("[login 1 0.0, inner 1 1.0]");
    }

    @Test
    void rowsOfOtherThreadsArePartsOfNone() throws IOException {
        assertThat(samples(
                        request(1000, 100, "home", true),
                        row(1010, 10, "home-0", "T 1-2", false),
                        request(1020, 10, "home-0", false)))
                .isEqualTo("[home 1 0.0, home-0 1 1.0]");
    }

    @Test
    void withoutThreadsNoRowIsAPart() throws IOException {
        LoadTest test = jmeter.read("""
                timeStamp,elapsed,label,responseMessage,success
                1000,100,home,OK,true
                1010,10,home-0,OK,false
                """);

        assertThat(test.routes()).containsOnlyKeys("home", "home-0");
        assertThat(test.notes())
                .containsExactly(
                        "There is no column threadName, without which rows of transaction controllers and of parts of samples, "
                                + "such as redirects, are taken for requests. Set "
                                + "jmeter.save.saveservice.thread_name=true.");
    }

    @Test
    void datesTellPartsToo() throws IOException {
        String rows =
                request(1000, 100, "home", true) + request(1010, 40, "home-0", true) + request(1100, 5, "next", true);
        LoadTest test = jmeter.read(table(rows.replace("1000,", "2024/06/11 10:00:00.000,")
                .replace("1010,", "2024/06/11 10:00:00.010,")
                .replace("1100,", "2024/06/11 10:00:00.100,")));

        assertThat(test.routes()).containsOnlyKeys("home", "next");
    }

    @Test
    void rowsThatOverlapFromTheStartCountUnlessTheirNamesSayThatTheyAreParts() throws IOException {
        String[] rows = {
            request(1000, 100, "quote", true),
            request(1020, 900, "order", false),
            request(1050, 100, "quote", true),
            request(1070, 900, "order", false),
            request(1080, 100, "order-0", false),
            request(1090, 100, "order-paid", false)
        };

        assertThat(samples(rows)).isEqualTo("[quote 2 0.0, order 2 1.0, order-paid 1 1.0]");
        assertThat(jmeter.read(table(rows)).notes())
                .anyMatch(note -> note.startsWith("Rows of one thread overlap in time"));
    }

    @Test
    void refusesToGuessWhereTimesAreThoseOfTheEnds() {
        String ends = table(
                request(1100, 100, "slow", true),
                request(1110, 10, "fast", false),
                request(1200, 90, "slow", true),
                request(1280, 80, "fast", false));

        assertThatThrownBy(() -> jmeter.read(ends))
                .isInstanceOf(UnreadableResultException.class)
                .hasMessageStartingWith(
                        "Samples of one thread overlap in time, so that nobody can tell which rows are parts");
    }
}
