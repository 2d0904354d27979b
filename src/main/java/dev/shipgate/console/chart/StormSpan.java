package dev.shipgate.console.chart;

import dev.shipgate.console.chart.RetryStormChart.Point;
import dev.shipgate.console.chart.RetryStormChart.Window;
import dev.shipgate.console.chart.picture.Place;
import dev.shipgate.console.chart.picture.Scale;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A storm in the picture, or several that touch one another there.
 *
 * @param from the place of its left side
 * @param to the place of its right side
 * @param layers those that amplify, as far as they are known
 */
record StormSpan(double from, double to, TreeSet<String> layers) {

    static final Comparator<StormSpan> WIDEST_FIRST =
            Comparator.comparingDouble((StormSpan span) -> span.from - span.to).thenComparing(StormSpan::from);

    /** On each side, so that a storm of one point is seen. */
    private static final double MARGIN = 3;

    /** The storms that lie in the time of the points, from left to right. */
    static List<StormSpan> of(RetryStormChart chart, Scale x) {
        Map<Window, TreeSet<String>> layers = layers(chart);
        boolean isTime = chart.points().get(0).minute().isTime();
        List<StormSpan> spans = new ArrayList<>();
        chart.windows().stream()
                .filter(window -> window.start().isTime() == isTime)
                .filter(window ->
                        window.end().at() >= x.from() && window.start().at() <= x.to())
                .sorted(Comparator.comparingDouble(window -> window.start().at()))
                .forEach(window -> add(span(window, layers, x), spans));
        return spans;
    }

    private static StormSpan span(Window window, Map<Window, TreeSet<String>> layers, Scale x) {
        return new StormSpan(
                Place.rounded(Math.max(x.start(), x.at(window.start().at()) - MARGIN)),
                Place.rounded(Math.min(x.end(), x.at(window.end().at()) + MARGIN)),
                layers.getOrDefault(window, new TreeSet<>()));
    }

    private static void add(StormSpan span, List<StormSpan> spans) {
        int last = spans.size() - 1;
        if (last < 0 || spans.get(last).to < span.from) {
            spans.add(span);
            return;
        }
        StormSpan before = spans.get(last);
        TreeSet<String> layers = new TreeSet<>(before.layers);
        layers.addAll(span.layers);
        spans.set(last, new StormSpan(before.from, Math.max(before.to, span.to), layers));
    }

    /** The layers of the alerts in each window. */
    static Map<Window, TreeSet<String>> layers(RetryStormChart chart) {
        TreeMap<Double, Window> byStart = new TreeMap<>();
        chart.windows().forEach(window -> byStart.put(window.start().at(), window));
        Map<Window, TreeSet<String>> layers = new HashMap<>();
        for (Point point : chart.points()) {
            Map.Entry<Double, Window> begun = byStart.floorEntry(point.minute().at());
            if (begun != null
                    && !point.amplifiedBy().isEmpty()
                    && point.minute().at() <= begun.getValue().end().at()) {
                layers.computeIfAbsent(begun.getValue(), window -> new TreeSet<>())
                        .add(point.amplifiedBy());
            }
        }
        return layers;
    }

    /** The word for it, and the layers that amplify. */
    String label() {
        return layers.isEmpty() ? "storm" : "storm: " + String.join(", ", layers);
    }
}
