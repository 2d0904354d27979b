package dev.shipgate.bench;

import dev.shipgate.bench.Wrk.Load;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** Rounds of load on two things in turn, each of one beside that of the other. */
final class LoadPairs {

    private final List<Load> measured = new ArrayList<>();
    private final List<Load> comparedWith = new ArrayList<>();

    void add(Load one, Load other) {
        measured.add(one);
        comparedWith.add(other);
    }

    /** @param without the name of the other side, such as "without rules" */
    void addTo(Table table, String what, String without, String throughputAim, String p99Aim) {
        List<Double> throughput = ratios(Load::requestsPerSecond);
        List<Double> p99 = ratios(Load::p99Millis);
        System.err.println(what + ": throughput ratio by round: " + rounded(throughput) + ", p99: " + rounded(p99));
        table.row(
                what + ": throughput",
                Table.number("%.0f", median(measured, Load::requestsPerSecond), "/s"),
                Table.number("%.0f", median(comparedWith, Load::requestsPerSecond), "/s " + without),
                Table.number("%.2f", Median.of(throughput), " " + range(throughput)),
                throughputAim);
        table.row(
                what + ": p50",
                Table.number("%.2f", median(measured, Load::p50Millis), " ms"),
                Table.number("%.2f", median(comparedWith, Load::p50Millis), " ms " + without),
                "",
                "");
        table.row(
                what + ": p99",
                Table.number("%.2f", median(measured, Load::p99Millis), " ms"),
                Table.number("%.2f", median(comparedWith, Load::p99Millis), " ms " + without),
                Table.number("%.2f", Median.of(p99), " " + range(p99)),
                p99Aim);
    }

    private List<Double> ratios(ToDoubleFunction<Load> of) {
        List<Double> ratios = new ArrayList<>();
        for (int round = 0; round < measured.size(); round++) {
            ratios.add(of.applyAsDouble(measured.get(round)) / of.applyAsDouble(comparedWith.get(round)));
        }
        return ratios;
    }

    private static double median(List<Load> loads, ToDoubleFunction<Load> of) {
        return Median.of(loads.stream().map(of::applyAsDouble).toList());
    }

    private static String range(List<Double> ratios) {
        List<Double> sorted = ratios.stream().sorted().toList();
        return "(" + rounded(sorted.subList(0, 1)) + " to "
                + rounded(sorted.subList(sorted.size() - 1, sorted.size())) + ")";
    }

    private static String rounded(List<Double> values) {
        return String.join(
                " ",
                values.stream().map(v -> String.format(Locale.ROOT, "%.2f", v)).toList());
    }
}
