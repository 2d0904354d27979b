package dev.shipgate.console.chart;

import dev.shipgate.console.chart.StepLoadChart.Step;
import dev.shipgate.console.chart.picture.Chart.Table;
import dev.shipgate.console.chart.picture.Counted;
import dev.shipgate.console.chart.picture.Label;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The words of a chart of steps: its result in sentences, and its table. */
final class StepWords {

    private static final int MOST_ROWS = 200;

    private static final List<String> COLUMNS =
            List.of("Concurrency", "p95", "p95 limit", "Errors", "Error limit", "Passes", "Role", "Violated");

    private StepWords() {}

    static String description(StepLoadChart chart) {
        String supported = chart.supported() == null
                ? "No step counts as supported."
                : "Supports " + Counted.of(chart.supported(), "concurrent request") + ".";
        return supported + " " + breakWords(chart);
    }

    private static String breakWords(StepLoadChart chart) {
        if (chart.firstFailing() == null) {
            return "No break was found.";
        }
        int index = chart.breakIndex();
        String at = "Breaks at " + chart.firstFailing();
        if (index < 0) {
            return at + ".";
        }
        Step step = chart.steps().get(index);
        return at + ", with p95 " + step.p95().words() + " and errors " + Label.rate(step.errorRate()) + ".";
    }

    static Table table(List<Step> steps) {
        List<List<String>> rows =
                steps.stream().limit(MOST_ROWS).map(StepWords::row).toList();
        return new Table(
                "Steps in the order in which they ran",
                COLUMNS,
                rows,
                Counted.note("the first steps", rows.size(), steps.size()));
    }

    private static List<String> row(Step step) {
        return List.of(
                Long.toString(step.concurrency()),
                step.p95().words(),
                step.p95LimitMs() == null ? "not told" : Label.millis(step.p95LimitMs()),
                Label.rate(step.errorRate()),
                step.errorLimit() == null ? "not told" : Label.rate(step.errorLimit()),
                yesOrNo(step.passes()),
                step.role().words(),
                step.violated().isEmpty() ? "nothing" : String.join(", ", step.violated()));
    }

    private static String yesOrNo(@Nullable Boolean value) {
        return value == null ? "not told" : value ? "yes" : "no";
    }
}
