package dev.shipgate.ingest.locust;

import dev.shipgate.ingest.mapping.Mapping;
import dev.shipgate.ingest.measure.ChosenPercentile;
import dev.shipgate.ingest.measure.P95;
import dev.shipgate.ingest.measure.ResultSink;
import dev.shipgate.ingest.measure.ToolPercentiles;
import dev.shipgate.ingest.read.UnreadableResultException;
import dev.shipgate.ingest.table.ColumnOfNumbers;
import dev.shipgate.ingest.table.CsvRows;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/** The rows of Locust's table, complete as its last row says. */
final class StatsTable {

    private static final int MOST_ROWS = 100_000;

    private static final String NOT_AVAILABLE = "N/A";

    private final List<StatsRow> rows = new ArrayList<>();
    private final Map<String, Double> percentiles;
    private final ChosenPercentile p95;
    private final Map<String, ColumnOfNumbers> written = new LinkedHashMap<>();
    private final List<String> notes = new ArrayList<>();

    private StatsTable(Map<String, Double> percentiles, @Nullable String mapped) {
        this.percentiles = percentiles;
        this.p95 = ChosenPercentile.p95(mapped, "95%", percentiles);
    }

    static StatsTable read(CsvRows csv, @Nullable String mappedP95) {
        StatsTable table = new StatsTable(percentiles(csv), mappedP95);
        table.add(csv);
        table.written.values().forEach(column -> column.check().ifPresent(table.notes::add));
        table.rows.forEach(row -> row.requireRisingPercentiles(table.percentiles));
        table.requireComplete();
        return table;
    }

    /** Which percentiles there are is a setting of the test: PERCENTILES_TO_REPORT. */
    private static Map<String, Double> percentiles(CsvRows csv) {
        Map<String, Double> percentiles = new LinkedHashMap<>();
        for (String column : csv.columns()) {
            if (column.endsWith("%")) {
                percentiles.put(column, percentile(column));
            }
        }
        return percentiles;
    }

    private static double percentile(String column) {
        try {
            return Double.parseDouble(column.substring(0, column.length() - 1));
        } catch (NumberFormatException e) {
            throw new UnreadableResultException("The column \"" + column + "\" must be a percentile, such as 95%.");
        }
    }

    private void add(CsvRows csv) {
        csv.require(List.of("Type", "Name", "Request Count", "Failure Count"));
        int type = csv.column("Type");
        int name = csv.column("Name");
        int requests = csv.column("Request Count");
        int failures = csv.column("Failure Count");
        int last = csv.columns().size() - 1;
        while (csv.hasNext()) {
            CsvRows.Row row = csv.next();
            row.text(last);
            Map<String, Double> millis = millis(csv, row);
            rows.add(new StatsRow(
                    row.line(),
                    row.text(type),
                    row.text(name),
                    row.integer(requests),
                    row.integer(failures),
                    millis,
                    p95(millis)));
            if (rows.size() > MOST_ROWS) {
                throw new UnreadableResultException("There are more than " + MOST_ROWS
                        + " rows. Give requests that are one route the same name in the test.");
            }
        }
    }

    private P95 p95(Map<String, Double> millis) {
        return percentiles.containsKey(p95.name())
                ? P95.of(millis.get(p95.name()))
                : new ToolPercentiles(percentiles, millis::get).between();
    }

    private Map<String, Double> millis(CsvRows csv, CsvRows.Row row) {
        Map<String, Double> millis = new HashMap<>();
        for (String column : percentiles.keySet()) {
            String text = row.text(csv.column(column));
            if (!text.equals(NOT_AVAILABLE)) {
                millis.put(column, row.number(csv.column(column)));
                written.computeIfAbsent(column, ColumnOfNumbers::new).add(text, row.line());
            }
        }
        return millis;
    }

    private void requireComplete() {
        if (rows.isEmpty() || !rows.get(rows.size() - 1).isAggregated()) {
            throw new UnreadableResultException(
                    "The last row must be Aggregated, which Locust writes at the end. Is the file cut off?");
        }
        List<StatsRow> single = single();
        StatsRow aggregated = rows.get(rows.size() - 1);
        if (!single.isEmpty()) {
            requireTotal(aggregated, "requests", aggregated.requests(), sum(single, StatsRow::requests));
            requireTotal(aggregated, "failures", aggregated.failures(), sum(single, StatsRow::failures));
        }
    }

    private static long sum(List<StatsRow> single, ToLongFunction<StatsRow> count) {
        return single.stream().mapToLong(count).sum();
    }

    private static void requireTotal(StatsRow aggregated, String what, long total, long ofRows) {
        if (total != ofRows) {
            throw UnreadableResultException.atLine(
                    aggregated.line(),
                    "Aggregated has " + total + " " + what + ", but the rows before have " + ofRows
                            + ". Is the file whole?");
        }
    }

    private List<StatsRow> single() {
        return rows.stream().filter(row -> !row.isAggregated()).toList();
    }

    ChosenPercentile p95() {
        return p95;
    }

    void report(Mapping mapping, ResultSink sink) {
        LocustNaming naming = LocustNaming.of(mapping.askBy());
        List<StatsRow> single = single();
        if (single.isEmpty()) {
            sink.summary(ResultSink.WHOLE_TEST, rows.get(0).summary());
        }
        requireOneTypeForEachName(single, naming, mapping);
        single.forEach(row -> sink.summary(naming.nameOf(row), row.summary()));
        notes.forEach(sink::note);
        if (!percentiles.containsKey(p95.name())) {
            sink.note("The table has no 95th percentile, only " + String.join(", ", percentiles.keySet())
                    + ". Add 0.95 to PERCENTILES_TO_REPORT in the test.");
        }
    }

    /** Their percentiles cannot be put together. */
    private static void requireOneTypeForEachName(List<StatsRow> single, LocustNaming naming, Mapping mapping) {
        Map<String, StatsRow> byName = new HashMap<>();
        for (StatsRow row : single) {
            String name = naming.nameOf(row);
            StatsRow other = byName.putIfAbsent(name, row);
            if (other != null && mapping.routeOf(name).isPresent()) {
                throw UnreadableResultException.atLine(
                        row.line(),
                        "\"" + name + "\" is there with the types " + other.type() + " and " + row.type()
                                + ", whose percentiles cannot be combined. Name routes by method_name.");
            }
        }
    }
}
