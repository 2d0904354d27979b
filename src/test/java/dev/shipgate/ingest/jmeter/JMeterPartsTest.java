package dev.shipgate.ingest.jmeter;

import static dev.shipgate.ingest.jmeter.SampleTableTest.row;
import static dev.shipgate.ingest.jmeter.SampleTableTest.table;
import static dev.shipgate.ingest.request.ImportedFile.route;
import static org.assertj.core.api.Assertions.assertThat;

import dev.shipgate.ingest.request.ImportedFile;
import dev.shipgate.ingest.request.LoadTestResult;
import dev.shipgate.ingest.tool.ResultFormat;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which rows are parts of others is told by their thread, their time and their order, and never by their names. */
class JMeterPartsTest {

    private static final String ONE_SAMPLE = "\"Number of samples in transaction : 1, number of failing samples : ";

    private final ResultFormat jmeter = new JMeter();

    private static String transaction(long atMs, long elapsedMs, String label, int samples, int failing) {
        return row(
                atMs,
                elapsedMs,
                label,
                "T 1-1",
                failing == 0,
                "\"Number of samples in transaction : " + samples + ", number of failing samples : " + failing + "\"");
    }

    static String request(long atMs, long elapsedMs, String label, boolean success) {
        return row(atMs, elapsedMs, label, "T 1-1", success);
    }

    /** Such as {@code [home 2 0.5]}: each route with its samples and its error rate. */
    static String samples(String... rows) throws IOException {
        return ImportedFile.read(new JMeter(), table(rows)).routes().entrySet().stream()
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
    void samplersOfAControllerInALoopCountEachTime() throws IOException {
        StringBuilder loop =
                new StringBuilder("timeStamp,elapsed,label,responseCode,responseMessage,threadName,dataType,success\n");
        for (int visitor = 1; visitor <= 60; visitor++) {
            long atMs = 1_760_000_000_000L + 11L * (visitor - 1);
            loop.append("%1$d,100,Basket-0,200,OK,Visitors 1-%2$d,text,true\n".formatted(atMs, visitor))
                    .append("%1$d,100,Basket,,%3$s0\",Visitors 1-%2$d,,true\n".formatted(atMs, visitor, ONE_SAMPLE))
                    .append("%1$d,800,Basket-0,503,OK,Visitors 1-%2$d,text,false\n".formatted(atMs + 100, visitor))
                    .append("%1$d,800,Basket,,%3$s1\",Visitors 1-%2$d,,false\n"
                            .formatted(atMs + 100, visitor, ONE_SAMPLE));
        }
        LoadTestResult test = ImportedFile.read(jmeter, loop.toString());

        assertThat(test.routes()).containsOnlyKeys("Basket-0");
        assertThat(route(test, "Basket-0"))
                .hasToString(
                        "{\"p95_ms\":800.0,\"p95_low_ms\":800.0,\"p95_high_ms\":800.0,\"error_rate\":0.5,\"samples\":120,\"failed\":60}");
        assertThat(test.notes())
                .containsExactly(
                        "120 requests, 60 of them failed, are left out as they are rows of transaction controllers, whose "
                                + "requests have rows of their own (the mapping may name them): Basket.");
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
        LoadTestResult test = ImportedFile.read(
                jmeter,
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
        LoadTestResult test = ImportedFile.read(
                jmeter,
                table(
                        request(1000, 100, "home", true),
                        request(1010, 40, "logo", false),
                        request(1060, 40, "map", true)));

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
    void aTransactionWhosePausesAreNotKnownIsLeftOutToo() throws IOException {
        assertThat(samples(
                        request(900, 100, "login", false),
                        request(1000, 10, "a", true),
                        request(1040, 10, "b", true),
                        transaction(1000, 20, "turn", 2, 0)))
                .isEqualTo("[login 1 1.0, a 1 0.0, b 1 0.0]");
    }

    @Test
    void aTransactionWithoutRowsOfItsRequestsCountsItself() throws IOException {
        LoadTestResult test = ImportedFile.read(
                jmeter,
                table(
                        request(1000, 10, "login", true),
                        transaction(1010, 700, "pay", 2, 1),
                        request(1710, 10, "logout", true),
                        transaction(1720, 0, "skipped", 0, 0)));

        assertThat(test.routes()).containsOnlyKeys("login", "pay", "logout");
        assertThat(route(test, "pay")).hasToString("{\"p95_ms\":700.0,\"error_rate\":1.0,\"samples\":1,\"failed\":1}");
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
        LoadTestResult test = ImportedFile.read(jmeter, """
                timeStamp,elapsed,label,responseMessage,success
                1000,100,home,OK,true
                1010,10,home-0,OK,false
                """);

        assertThat(test.routes()).containsOnlyKeys("home", "home-0");
        assertThat(test.notes())
                .contains(
                        "There is no column threadName, without which rows of transaction controllers and of parts of samples, "
                                + "such as redirects, are taken for requests. Set "
                                + "jmeter.save.saveservice.thread_name=true.");
    }

    @Test
    void datesTellPartsToo() throws IOException {
        String rows =
                request(1000, 100, "home", true) + request(1010, 40, "home-0", true) + request(1100, 5, "next", true);
        LoadTestResult test = ImportedFile.read(
                jmeter,
                table(rows.replace("1000,", "2024/06/11 10:00:00.000,")
                        .replace("1010,", "2024/06/11 10:00:00.010,")
                        .replace("1100,", "2024/06/11 10:00:00.100,")));

        assertThat(test.routes()).containsOnlyKeys("home", "next");
    }

    @Test
    void timesOfWholeSecondsTellNoParts() throws IOException {
        String[] rows = new String[20];
        for (int i = 0; i < rows.length; i += 2) {
            rows[i] = request(i, 500, "quote", true).replaceFirst(i + ",", "2024/06/11 10:00:0" + i / 2 + ",");
            rows[i + 1] = request(i, 100, "order", false).replaceFirst(i + ",", "2024/06/11 10:00:0" + i / 2 + ",");
        }

        assertThat(samples(rows)).isEqualTo("[quote 10 0.0, order 10 1.0]");
        assertThat(ImportedFile.read(jmeter, table(rows)).notes())
                .containsExactly(
                        "Times of samples are not read, as timeStamp is a date without milliseconds, or of a form of its own, "
                                + "such as \"2024/06/11 10:00:00\". So nobody can tell rows of transaction controllers and "
                                + "of parts of samples, such as redirects: they count as requests. Set "
                                + "jmeter.save.saveservice.timestamp_format=ms for them.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2024/06/11 10:00:00 CEST", "11.06.2024 10:00:00", "06/11/24 10:00 AM", "00:00.0"})
    void datesOfOtherFormsTellNoPartsEither(String date) throws IOException {
        String table = table(request(1000, 100, "home", true), request(1000, 40, "home-0", true))
                .replace("1000,", date + ",");

        assertThat(ImportedFile.read(jmeter, table).routes()).containsOnlyKeys("home", "home-0");
        assertThat(ImportedFile.read(jmeter, table).notes())
                .singleElement()
                .asString()
                .contains("such as \"" + date + "\"");
    }
}
