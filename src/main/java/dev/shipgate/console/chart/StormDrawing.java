package dev.shipgate.console.chart;

import dev.shipgate.console.chart.picture.Chart;
import dev.shipgate.console.chart.picture.Chart.Band;
import dev.shipgate.console.chart.picture.Chart.Panel;
import dev.shipgate.console.chart.picture.Chart.Text;
import dev.shipgate.console.chart.picture.Label;
import dev.shipgate.console.chart.picture.Place;
import dev.shipgate.console.chart.picture.Room;
import dev.shipgate.console.chart.picture.Scale;
import dev.shipgate.console.chart.picture.Shape;
import java.util.ArrayList;
import java.util.List;

/** Draws attempts and errors over time, with the storms behind both panels. */
final class StormDrawing {

    static final double LEFT = 58;
    static final double RIGHT = 650;

    private static final int WIDTH = 760;
    private static final int HEIGHT = 392;
    private static final double RATIO_LABEL = 14;
    private static final double STORM_LABEL = 38;
    private static final double RATIO_TOP = 46;
    private static final double RATIO_BOTTOM = 210;
    private static final double ERRORS_LABEL = 240;
    private static final double ERRORS_TOP = 254;
    private static final double ERRORS_BOTTOM = 346;
    private static final double AXIS_LABEL = 386;

    private static final double LEAST_RATIO = 1;
    private static final double LEAST_RATE = 0.001;

    private final RetryStormChart chart;
    private final Scale x;
    private final StormPanels panels;

    StormDrawing(RetryStormChart chart) {
        this.chart = chart;
        Minute first = chart.points().get(0).minute();
        Minute last = chart.points().get(chart.points().size() - 1).minute();
        this.x = new Scale(first.at(), last.at(), LEFT, RIGHT);
        this.panels = new StormPanels(chart, x);
    }

    Chart chart() {
        List<StormSpan> spans = StormSpan.of(chart, x);
        MinuteAxis axis = new MinuteAxis(x, chart.points().get(0).minute().isTime());
        List<Text> texts = stormLabels(spans);
        texts.add(new Text("panel-label", "start", 2, RATIO_LABEL, "service attempts for each turn"));
        texts.add(new Text("panel-label", "start", 2, ERRORS_LABEL, "dependency errors"));
        texts.add(new Text("axis-label", "end", RIGHT, AXIS_LABEL, axis.label()));
        return new Chart(
                "storm",
                "storm",
                "Attempts and dependency errors over time",
                StormWords.description(chart),
                WIDTH,
                HEIGHT,
                spans.stream().map(StormDrawing::band).toList(),
                List.of(ratios(), errors()),
                axis.at(ERRORS_BOTTOM),
                List.of(),
                texts,
                keys(),
                StormWords.table(chart));
    }

    private Panel ratios() {
        return panels.panel(
                new StormPanels.Series(
                        RetryStormChart.Point::attemptRatio,
                        RetryStormChart.Levels::attemptRatio,
                        StormWords::ratio,
                        Label::ofAxis),
                highest -> Scale.fromZero(highest, LEAST_RATIO, RATIO_BOTTOM, RATIO_TOP, 4),
                4);
    }

    private Panel errors() {
        return panels.panel(
                new StormPanels.Series(
                        RetryStormChart.Point::dependencyErrorRate,
                        RetryStormChart.Levels::dependencyErrorRate,
                        Label::rate,
                        (tick, top) -> Label.rate(tick)),
                highest -> Scale.ofRates(highest, LEAST_RATE, ERRORS_BOTTOM, ERRORS_TOP, 2),
                2);
    }

    private static Band band(StormSpan span) {
        return new Band(
                "storm",
                span.from(),
                RATIO_TOP,
                Place.rounded(span.to() - span.from()),
                ERRORS_BOTTOM - RATIO_TOP,
                span.label());
    }

    /** The widest storms have theirs first; narrow ones beside them may find no room. */
    private static List<Text> stormLabels(List<StormSpan> spans) {
        Room room = new Room(LEFT, WIDTH);
        List<Text> labels = new ArrayList<>();
        for (StormSpan span : spans.stream().sorted(StormSpan.WIDEST_FIRST).toList()) {
            double width = Label.width(span.label());
            double middle = room.middle((span.from() + span.to()) / 2, width);
            if (room.take(middle, width)) {
                labels.add(new Text("storm", "middle", middle, STORM_LABEL, span.label()));
            }
        }
        return labels;
    }

    private List<Chart.Key> keys() {
        List<Chart.Key> keys = new ArrayList<>();
        keys.add(Shape.lineKey("value", "measured"));
        keys.add(Shape.CROSS.key("block", "part of a storm"));
        if (!chart.thresholds().equals(RetryStormChart.Levels.NONE)) {
            keys.add(Shape.lineKey("limit", "threshold"));
        }
        if (!chart.usual().equals(RetryStormChart.Levels.NONE)) {
            keys.add(Shape.lineKey("usual", "usual"));
        }
        return keys;
    }
}
