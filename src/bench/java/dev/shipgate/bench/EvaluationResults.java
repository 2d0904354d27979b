package dev.shipgate.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The times that JMH measured of the rules and of plain Java. */
final class EvaluationResults {

    /** Microseconds by benchmark, method and size, such as {@code LoadGateBenchmark.rules 3}. */
    private final Map<String, Double> micros = new HashMap<>();

    EvaluationResults(Path csv) throws IOException {
        List<String> lines = Files.readAllLines(csv);
        List<String> names = cells(lines.get(0));
        for (String line : lines.subList(1, lines.size())) {
            List<String> cells = cells(line);
            String size = "";
            for (int i = 0; i < names.size(); i++) {
                size += names.get(i).startsWith("Param:") ? cells.get(i) : "";
            }
            String benchmark = cells.get(names.indexOf("Benchmark"));
            micros.put(
                    benchmark.replaceFirst(".*\\.(\\w+\\.\\w+)$", "$1") + " " + size,
                    Double.valueOf(cells.get(names.indexOf("Score"))));
        }
    }

    private static List<String> cells(String line) {
        return Arrays.stream(line.split(",", -1))
                .map(cell -> cell.replace("\"", ""))
                .toList();
    }

    void addTo(Table table) {
        size(table, "LoadGateBenchmark", "routes", 3, "under 8 us");
        size(table, "LoadGateBenchmark", "routes", 20, "");
        size(table, "LoadGateBenchmark", "routes", 1_000, "");
        growth(table, "LoadGateBenchmark", "route", 20, 1_000);
        size(table, "RetryStormBenchmark", "points", 1_000, "");
        size(table, "RetryStormBenchmark", "points", 100_000, "");
        growth(table, "RetryStormBenchmark", "point", 1_000, 100_000);
        size(table, "CapacityBenchmark", "steps", 100, "");
        size(table, "CapacityBenchmark", "steps", 10_000, "");
        growth(table, "CapacityBenchmark", "step", 100, 10_000);
    }

    private void size(Table table, String benchmark, String items, int size, String aim) {
        double rules = micros(benchmark + ".rules " + size);
        double plainJava = micros(benchmark + ".plainJava " + size);
        table.row(
                "Rules alone: " + size + " " + items,
                Table.number("%.1f", rules, " us"),
                Table.number("%.2f", plainJava, " us in plain Java"),
                Table.number("%.0f", rules / plainJava, ""),
                aim);
        double withoutChecks = micros(benchmark + ".rulesWithoutChecks " + size);
        table.row(
                "the same: with the checks in the classes of rules",
                Table.number("%.1f", rules, " us"),
                Table.number("%.1f", withoutChecks, " us without them"),
                Table.number("%.2f", rules / withoutChecks, ""),
                "at most 1.1");
    }

    private void growth(Table table, String benchmark, String item, int small, int large) {
        double ofSmall = micros(benchmark + ".rules " + small) / small;
        double ofLarge = micros(benchmark + ".rules " + large) / large;
        table.row(
                "Rules alone: a " + item + " of " + large,
                Table.number("%.2f", ofLarge, " us"),
                Table.number("%.2f", ofSmall, " us of " + small),
                Table.number("%.2f", ofLarge / ofSmall, ""),
                "at most 1.2");
    }

    private double micros(String key) {
        return Objects.requireNonNull(micros.get(key), key);
    }
}
