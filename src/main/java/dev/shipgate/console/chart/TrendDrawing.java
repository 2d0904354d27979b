package dev.shipgate.console.chart;

import dev.shipgate.console.chart.ReleaseTrend.Release;
import dev.shipgate.console.chart.ReleaseTrend.ReleaseVerdict;
import dev.shipgate.console.chart.picture.Chart;
import dev.shipgate.console.chart.picture.Chart.Axis;
import dev.shipgate.console.chart.picture.Chart.Line;
import dev.shipgate.console.chart.picture.Chart.Panel;
import dev.shipgate.console.chart.picture.Chart.Point;
import dev.shipgate.console.chart.picture.Chart.Text;
import dev.shipgate.console.chart.picture.Chart.Tick;
import dev.shipgate.console.chart.picture.Label;
import dev.shipgate.console.chart.picture.Place;
import dev.shipgate.console.chart.picture.Scale;
import dev.shipgate.console.chart.picture.Shape;
import dev.shipgate.console.chart.picture.Trace;
import dev.shipgate.number.Numbers;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Draws a trend: a column for each release, however far apart they are in time. */
final class TrendDrawing {

    private static final int WIDTH = 280;
    private static final int HEIGHT = 124;
    private static final double LEFT = 46;
    private static final double RIGHT = 232;
    private static final double TOP = 24;
    private static final double BOTTOM = 98;

    /** Above the panel: the place of releases that were not measured, but did not pass. */
    private static final double NOT_MEASURED = 17;

    private static final double LEAST_MS = 0.001;

    private static final double WIDEST_TITLE = 400;

    private final ReleaseTrend trend;
    private final List<Release> releases;
    private final Scale y;
    private final double columnWidth;

    TrendDrawing(ReleaseTrend trend, double highest) {
        this.trend = trend;
        this.releases = trend.releases();
        this.y = Scale.fromZero(highest, LEAST_MS, BOTTOM, TOP, 2);
        this.columnWidth = (RIGHT - LEFT) / releases.size();
    }

    Chart chart() {
        return new Chart(
                "trend",
                "trend",
                "p95 by release: " + Label.shortened(trend.route(), WIDEST_TITLE),
                TrendWords.description(trend),
                WIDTH,
                HEIGHT,
                List.of(),
                List.of(panel()),
                new Axis(LEFT, RIGHT, BOTTOM, BOTTOM + 4, List.of()),
                List.of(),
                texts(),
                TrendWords.KEYS,
                TrendWords.table(trend));
    }

    private Panel panel() {
        List<@Nullable Place> limits = places(Release::limitMs);
        List<Line> lines = new ArrayList<>();
        lines.add(new Line("limit", Trace.steps(limits, columnWidth)));
        lines.add(new Line("value", Trace.line(places(Release::p95Ms))));
        List<Tick> ticks = y.ticks(2, false).stream()
                .map(tick -> new Tick(y.at(tick), LEFT - 7, y.at(tick) + 4, Label.ofAxis(tick, y.to())))
                .toList();
        return new Panel(LEFT, RIGHT, TOP, BOTTOM, ticks, lines, points(), List.of());
    }

    private List<@Nullable Place> places(Function<Release, @Nullable Double> value) {
        List<@Nullable Place> places = new ArrayList<>();
        for (int i = 0; i < releases.size(); i++) {
            Double measured = value.apply(releases.get(i));
            places.add(measured == null ? null : new Place(x(i), y.at(measured)));
        }
        return places;
    }

    private double x(int column) {
        return LEFT + (column + 0.5) * columnWidth;
    }

    private List<Point> points() {
        List<Point> points = new ArrayList<>();
        for (int i = 0; i < releases.size(); i++) {
            Release release = releases.get(i);
            if (release.p95Ms() != null) {
                points.add(point(release, new Place(x(i), y.at(release.p95Ms()))));
            } else if (release.verdict() != ReleaseVerdict.PASS) {
                points.add(point(release, new Place(x(i), NOT_MEASURED)));
            }
        }
        return points;
    }

    private static Point point(Release release, Place place) {
        return shape(release).at(place, kind(release), TrendWords.of(release));
    }

    private static Shape shape(Release release) {
        return switch (release.verdict()) {
            case BLOCK -> Shape.CROSS;
            case ERROR -> Shape.TRIANGLE;
            case PASS -> release.waived() ? Shape.DIAMOND : Shape.DOT;
        };
    }

    private static String kind(Release release) {
        return switch (release.verdict()) {
            case BLOCK -> "block";
            case ERROR -> "warn";
            case PASS -> release.waived() ? "waived" : "pass";
        };
    }

    /** The first version and the last, the unit, and the last limit beside its line. */
    private List<Text> texts() {
        List<Text> texts = new ArrayList<>();
        double widest = (RIGHT - LEFT) / 2;
        texts.add(new Text("axis-label", "start", 2, 11, "ms"));
        if (releases.size() > 1) {
            String first = Label.shortened(releases.get(0).version(), widest);
            texts.add(new Text("tick", "start", LEFT, BOTTOM + 17, first));
        }
        Release last = last();
        texts.add(new Text("tick", "end", RIGHT, BOTTOM + 17, Label.shortened(last.version(), widest)));
        if (last.limitMs() != null) {
            String limit = Label.ofAxis(Numbers.rounded(last.limitMs()), last.limitMs());
            double place = Math.min(y.at(last.limitMs()) + 4, BOTTOM);
            texts.add(new Text("limit", "start", RIGHT + 4, Place.rounded(place), Label.shortened(limit, 42)));
        }
        return texts;
    }

    private Release last() {
        return releases.get(releases.size() - 1);
    }
}
