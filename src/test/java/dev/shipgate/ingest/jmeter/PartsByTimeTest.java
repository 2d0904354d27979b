package dev.shipgate.ingest.jmeter;

import static dev.shipgate.ingest.jmeter.JMeterPartsTest.request;
import static dev.shipgate.ingest.jmeter.JMeterPartsTest.samples;
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
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Times tell parts only as long as rows of one thread do not overlap. */
class PartsByTimeTest {

    private final ResultFormat jmeter = new JMeter();

    @Test
    void overlappingRowsCountUnlessTheirNamesMakeThemParts() throws IOException {
        String[] rows = {
            request(1000, 100, "quote", true),
            request(1020, 900, "order", false),
            request(1050, 100, "quote", true),
            request(1070, 900, "order", false),
            request(1080, 100, "order-0", false),
            request(1090, 100, "order-paid", false)
        };

        assertThat(samples(rows)).isEqualTo("[quote 2 0.0, order 2 1.0, order-paid 1 1.0]");
        assertThat(ImportedFile.read(jmeter, table(rows)).notes())
                .anyMatch(note -> note.startsWith("Rows of one thread overlap in time"));
    }

    @Test
    void rowsThatLayWithinOthersCountOnceRowsOfTheirThreadOverlap() throws IOException {
        List<String> rows = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            rows.add(request(1000 + 50L * i, 100 + i % 50, "quote", true));
            rows.add(request(1020 + 50L * i, 5, "order", false));
        }
        LoadTestResult test =
                ImportedFile.read(jmeter, table(rows.toArray(String[]::new)), "leave_out: [{name: order}]");

        assertThat(route(test, "quote").get("samples").longValue()).isEqualTo(300);
        assertThat(test.routes()).containsOnlyKeys("quote");
        assertThat(test.notes())
                .hasSize(2)
                .contains("300 requests, 300 of them failed, are left out by the mapping: order.");
    }

    @Test
    void rowsCountWhereTimesAreThoseOfTheEnds() throws IOException {
        assertThat(samples(
                        request(1100, 100, "slow", true),
                        request(1110, 10, "fast", false),
                        request(1200, 90, "slow", true),
                        request(1280, 80, "fast", false)))
                .isEqualTo("[slow 2 0.0, fast 2 1.0]");
    }

    @Test
    void manyOverlapsOfOneThreadSpeakForTheOthers() throws IOException {
        assertThat(samples(
                        row(1000, 900, "quote", "T 1-2", true),
                        row(1100, 10, "order", "T 1-2", false),
                        row(1200, 10, "quote-0", "T 1-2", false),
                        request(1000, 900, "quote", true),
                        request(1800, 900, "quote", true)))
                .isEqualTo("[quote 3 0.0, order 1 1.0]");
    }

    @Test
    void anOverlapAmongManyPartsIsOneOfTheClock() throws IOException {
        List<String> rows = new ArrayList<>(List.of(row(1000, 900, "home", "T 1-2", true)));
        for (int i = 0; i < 10; i++) {
            rows.add(row(1000 + 50L * i, 10, "logo", "T 1-2", true));
        }
        rows.addAll(List.of(request(1000, 100, "home", true), request(1090, 100, "home", true)));

        assertThat(samples(rows.toArray(String[]::new))).isEqualTo("[home 3 0.0]");
    }

    @Test
    void refusesToGuessIfTooManyRowsLieWithinOthersBeforeOverlaps() {
        RowsByThread rows = new RowsByThread((kind, sample) -> {});
        rows.add(sample(0, 10_000_000, "quote"));
        for (int i = 0; i < 100_000; i++) {
            rows.add(sample(10L * i, 5, "order"));
        }
        for (int i = 1; i <= 5_000; i++) {
            rows.add(sample(9_000_000L + 1_000L * i, 2_000_000, "quote"));
        }

        assertThatThrownBy(rows::end)
                .isInstanceOf(UnreadableResultException.class)
                .hasMessageStartingWith(
                        "Samples of one thread overlap in time, so that nobody can tell which rows are parts");
    }

    @Test
    void refusesWhenAThreadOverlapsOfWhichTooManyRowsLayWithinOthers() {
        RowsByThread rows = new RowsByThread((kind, sample) -> {});
        rows.add(sample(0, 10_000_000, "quote"));
        for (int i = 0; i < 100_000; i++) {
            rows.add(sample(10L * i, 5, "order"));
        }
        rows.add(sample(9_999_000, 2_000_000, "quote"));

        assertThatThrownBy(rows::end).isInstanceOf(UnreadableResultException.class);
    }

    @Test
    void rowsWaitAgainOnceThoseOfAnotherThreadAreKnownToBeRequests() {
        Map<RowKind, Integer> told = new EnumMap<>(RowKind.class);
        RowsByThread rows = new RowsByThread((kind, sample) -> told.merge(kind, 1, Integer::sum));
        for (String thread : List.of("T 1-1", "T 1-2")) {
            rows.add(sample(0, 10_000_000, "quote", thread));
            for (int i = 0; i < 50_000; i++) {
                rows.add(sample(10L * i, 5, "order", thread));
            }
            rows.add(sample(9_999_000, 2_000_000, "quote", thread));
        }
        rows.end();

        assertThat(told).containsExactly(Map.entry(RowKind.REQUEST, 100_004));
    }

    private static Sample sample(long atMs, long elapsedMs, String name) {
        return sample(atMs, elapsedMs, name, "T 1-1");
    }

    private static Sample sample(long atMs, long elapsedMs, String name, String thread) {
        return new Sample(name, thread, new Span(atMs, atMs + elapsedMs), atMs, elapsedMs, false, "200", "OK");
    }
}
