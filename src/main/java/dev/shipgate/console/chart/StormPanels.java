package dev.shipgate.console.chart;

import dev.shipgate.console.chart.RetryStormChart.Levels;
import dev.shipgate.console.chart.RetryStormChart.Point;
import dev.shipgate.console.chart.picture.Chart;
import dev.shipgate.console.chart.picture.Chart.Line;
import dev.shipgate.console.chart.picture.Chart.Panel;
import dev.shipgate.console.chart.picture.Chart.Text;
import dev.shipgate.console.chart.picture.Chart.Tick;
import dev.shipgate.console.chart.picture.Label;
import dev.shipgate.console.chart.picture.Place;
import dev.shipgate.console.chart.picture.Room;
import dev.shipgate.console.chart.picture.Scale;
import dev.shipgate.console.chart.picture.Shape;
import dev.shipgate.console.chart.picture.Trace;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.DoubleFunction;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The panels of traffic: a line of measured values, the levels, and crosses for points that alert. */
final class StormPanels {

    /** In each panel. Of more, the highest in each column stays. */
    private static final int MOST_CROSSES = 150;

    private static final double CROSS_COLUMN = 4;

    private static final double WIDEST_LEVEL = 100;

    private final RetryStormChart chart;
    private final Scale x;

    StormPanels(RetryStormChart chart, Scale x) {
        this.chart = chart;
        this.x = x;
    }

    /**
     * One of the numbers of points.
     *
     * @param words the number for people
     * @param tick the number on an axis that goes up to the second one
     */
    record Series(
            Function<Point, @Nullable Double> value,
            Function<Levels, @Nullable Double> level,
            Function<@Nullable Double, String> words,
            BiFunction<Double, Double, String> tick) {}

    Panel panel(Series series, DoubleFunction<Scale> scale, int parts) {
        Scale y = scale.apply(highest(series));
        List<Line> lines = new ArrayList<>();
        List<Text> texts = new ArrayList<>();
        addLevel("usual", series.level.apply(chart.usual()), series, y, lines, texts);
        addLevel("limit", series.level.apply(chart.thresholds()), series, y, lines, texts);
        lines.add(new Line("value", Trace.line(places(series, y))));
        List<Tick> ticks = y.ticks(parts, false).stream()
                .map(tick -> new Tick(y.at(tick), x.start() - 8, y.at(tick) + 4, series.tick.apply(tick, y.to())))
                .toList();
        return new Panel(
                x.start(), x.end(), y.end(), y.start(), ticks, lines, crosses(series, y), Room.apart(texts, y.start()));
    }

    private double highest(Series series) {
        Stream<@Nullable Double> levels =
                Stream.of(chart.usual(), chart.thresholds()).map(series.level);
        return Stream.concat(chart.points().stream().map(series.value), levels)
                .filter(Objects::nonNull)
                .mapToDouble(Double::doubleValue)
                .max()
                .orElse(0);
    }

    private void addLevel(
            String kind, @Nullable Double level, Series series, Scale y, List<Line> lines, List<Text> texts) {
        if (level == null) {
            return;
        }
        Place left = new Place(x.start(), y.at(level));
        lines.add(new Line(kind, "M" + left.text() + "H" + Place.text(x.end())));
        String words = (kind.equals("limit") ? "threshold " : "usual ") + series.words.apply(level);
        texts.add(new Text(kind, "start", x.end() + 6, left.y() + 4, Label.shortened(words, WIDEST_LEVEL)));
    }

    private List<@Nullable Place> places(Series series, Scale y) {
        List<@Nullable Place> places = new ArrayList<>();
        for (Point point : chart.points()) {
            places.add(place(point, series, y));
        }
        return places;
    }

    private @Nullable Place place(Point point, Series series, Scale y) {
        Double value = series.value.apply(point);
        return value == null ? null : new Place(x.at(point.minute().at()), y.at(value));
    }

    private List<Chart.Point> crosses(Series series, Scale y) {
        List<Point> alerting = chart.points().stream()
                .filter(point -> point.alerts() && series.value.apply(point) != null)
                .toList();
        return (alerting.size() <= MOST_CROSSES ? alerting : highestOfColumns(alerting, series))
                .stream().map(point -> cross(point, series, y)).toList();
    }

    private Collection<Point> highestOfColumns(List<Point> alerting, Series series) {
        Map<Long, Point> highest = new TreeMap<>();
        for (Point point : alerting) {
            long column = (long) (x.at(point.minute().at()) / CROSS_COLUMN);
            highest.merge(column, point, (one, other) -> valueOf(one, series) >= valueOf(other, series) ? one : other);
        }
        return highest.values();
    }

    private static double valueOf(Point point, Series series) {
        return Objects.requireNonNull(series.value.apply(point));
    }

    private Chart.Point cross(Point point, Series series, Scale y) {
        String layer = point.amplifiedBy().isEmpty() ? "" : ", amplified by " + point.amplifiedBy();
        return Shape.CROSS.at(
                Objects.requireNonNull(place(point, series, y)),
                "block",
                point.minute().text() + ": " + series.words.apply(series.value.apply(point)) + layer);
    }
}
