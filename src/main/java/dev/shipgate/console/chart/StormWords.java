package dev.shipgate.console.chart;

import dev.shipgate.console.chart.RetryStormChart.Point;
import dev.shipgate.console.chart.RetryStormChart.Window;
import dev.shipgate.console.chart.picture.Chart.Table;
import dev.shipgate.console.chart.picture.Counted;
import dev.shipgate.console.chart.picture.Label;
import dev.shipgate.number.Numbers;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The words of a chart of traffic: its result in sentences, and its table. */
final class StormWords {

    private static final int MOST_LISTED = 3;

    /** In the table, whether they alert or not. */
    private static final int FIRST_POINTS = 200;

    /** In the table after those, that alert. */
    private static final int MOST_ALERTS = 300;

    private StormWords() {}

    static String description(RetryStormChart chart) {
        OptionalDouble peak = chart.points().stream()
                .map(Point::attemptRatio)
                .filter(Objects::nonNull)
                .mapToDouble(Double::doubleValue)
                .max();
        return storms(chart)
                + (peak.isEmpty() ? "" : " At most " + ratio(peak.getAsDouble()) + " attempts for each turn.");
    }

    private static String storms(RetryStormChart chart) {
        List<Window> windows = chart.windows();
        if (windows.isEmpty()) {
            return "No retry storm in " + Counted.of(chart.points().size(), "point") + ".";
        }
        Set<String> days = windows.stream()
                .flatMap(window -> Stream.of(window.start().day(), window.end().day()))
                .collect(Collectors.toSet());
        boolean isOneDay = days.size() == 1 && !days.contains("");
        Map<Window, TreeSet<String>> layers = StormSpan.layers(chart);
        List<String> spans = windows.stream()
                .map(window -> span(window, isOneDay) + by(layers.getOrDefault(window, new TreeSet<>())))
                .toList();
        return Counted.of(windows.size(), "retry storm")
                + (isOneDay ? " on " + windows.get(0).start().day() + ", UTC: " : ": ")
                + Counted.listed(spans, MOST_LISTED) + ".";
    }

    private static String span(Window window, boolean isOneDay) {
        String start = isOneDay ? window.start().time() : window.start().text();
        String end = isOneDay ? window.end().time() : window.end().text();
        return start.equals(end) ? start : start + " to " + end;
    }

    private static String by(Set<String> layers) {
        return layers.isEmpty() ? "" : " by " + String.join(" and ", layers);
    }

    static String ratio(@Nullable Double value) {
        return value == null ? "not measured" : Numbers.forPeople(value);
    }

    static Table table(RetryStormChart chart) {
        List<Point> points = chart.points();
        List<List<String>> rows = Stream.concat(
                        points.stream().limit(FIRST_POINTS),
                        points.stream().skip(FIRST_POINTS).filter(Point::alerts).limit(MOST_ALERTS))
                .map(StormWords::row)
                .toList();
        String time = points.get(0).minute().isTime() ? "Time, UTC" : "Minute";
        String shown = "the first " + FIRST_POINTS + " points, and at most " + MOST_ALERTS + " others that alert";
        return new Table(
                "Traffic and the points that alert",
                List.of(
                        time,
                        "Attempts for each turn",
                        "Dependency errors",
                        "User turns",
                        "Client attempts",
                        "Service attempts",
                        "Part of a storm"),
                rows,
                Counted.note(shown, rows.size(), points.size()));
    }

    private static List<String> row(Point point) {
        return List.of(
                point.minute().text(),
                ratio(point.attemptRatio()),
                Label.rate(point.dependencyErrorRate()),
                count(point.userTurns()),
                count(point.clientAttempts()),
                count(point.serviceAttempts()),
                storm(point));
    }

    private static String count(@Nullable Long count) {
        return count == null ? "not measured" : count.toString();
    }

    private static String storm(Point point) {
        if (point.alerts()) {
            return point.amplifiedBy().isEmpty() ? "yes" : "yes, by " + point.amplifiedBy();
        }
        return point.attemptRatio() == null || point.dependencyErrorRate() == null ? "not judged" : "no";
    }
}
