package dev.shipgate.console.chart;

import dev.shipgate.console.chart.StepLoadChart.Step;
import dev.shipgate.console.chart.picture.Chart.Line;
import dev.shipgate.console.chart.picture.Chart.Panel;
import dev.shipgate.console.chart.picture.Chart.Point;
import dev.shipgate.console.chart.picture.Chart.Text;
import dev.shipgate.console.chart.picture.Chart.Tick;
import dev.shipgate.console.chart.picture.Label;
import dev.shipgate.console.chart.picture.Place;
import dev.shipgate.console.chart.picture.Scale;
import dev.shipgate.console.chart.picture.Trace;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.DoubleFunction;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The two panels of a step-load test. */
final class StepPanels {

    static final double LEFT = 58;
    static final double RIGHT = 650;
    static final double TOP = 54;
    static final double ERRORS_BOTTOM = 356;

    private static final double LATENCY_LABEL = 14;
    private static final double LATENCY_BOTTOM = 236;
    private static final double ERRORS_LABEL = 266;
    private static final double ERRORS_TOP = 280;

    private static final double LEAST_MS = 0.001;
    private static final double LEAST_RATE = 0.001;

    /** More shapes would cover one another. Of more steps, some have none; the lines go through all. */
    private static final int MOST_SHAPES = 150;

    private final List<Step> steps;
    private final int supported;
    private final int firstFailing;
    private final double columnWidth;
    private final Scale latency;
    private final Scale errors;

    StepPanels(StepLoadChart chart) {
        this.steps = chart.steps();
        this.supported = chart.supportedIndex();
        this.firstFailing = chart.breakIndex();
        this.columnWidth = (RIGHT - LEFT) / steps.size();
        double slowest =
                steps.stream().flatMapToDouble(step -> step.p95().known()).max().orElse(0);
        this.latency = Scale.fromZero(Math.max(slowest, highest(Step::p95LimitMs)), LEAST_MS, LATENCY_BOTTOM, TOP, 4);
        this.errors = Scale.ofRates(
                Math.max(highest(Step::errorRate), highest(Step::errorLimit)),
                LEAST_RATE,
                ERRORS_BOTTOM,
                ERRORS_TOP,
                2);
    }

    private double highest(Function<Step, @Nullable Double> value) {
        return steps.stream()
                .map(value)
                .filter(Objects::nonNull)
                .mapToDouble(Double::doubleValue)
                .max()
                .orElse(0);
    }

    Panel latency() {
        List<Line> lines = lines(Step::p95LimitMs, step -> step.p95().millis(), latency);
        drawn().filter(i -> steps.get(i).p95().isBounded()).forEach(i -> lines.add(bounds(i)));
        List<Point> points = points(
                step -> step.p95().shown(), latency, step -> "p95 " + step.p95().words());
        List<Text> texts = new ArrayList<>();
        texts.add(new Text("panel-label", "start", 2, LATENCY_LABEL, "p95 latency, ms"));
        texts.addAll(StepLabels.ofLimit(steps, Step::p95LimitMs, latency, Label::millis));
        List<@Nullable Place> ends = places(StepPanels::nearLabel, latency);
        texts.addAll(StepLabels.ofRoles(steps, drawn(), ends));
        List<Tick> ticks = ticks(latency, 4, tick -> Label.ofAxis(tick, latency.to()));
        return new Panel(LEFT, RIGHT, TOP, LATENCY_BOTTOM, ticks, lines, points, texts);
    }

    /** The value that the word of a step stands above, or below where a bar goes up without an end. */
    private static @Nullable Double nearLabel(Step step) {
        return step.p95().isOpenAbove() ? step.p95().shown() : step.p95().highest();
    }

    Panel errors() {
        List<Line> lines = lines(Step::errorLimit, Step::errorRate, errors);
        List<Point> points = points(Step::errorRate, errors, step -> "errors " + Label.rate(step.errorRate()));
        List<Text> texts = new ArrayList<>();
        texts.add(new Text("panel-label", "start", 2, ERRORS_LABEL, "errors"));
        texts.addAll(StepLabels.ofLimit(steps, Step::errorLimit, errors, Label::rate));
        return new Panel(LEFT, RIGHT, ERRORS_TOP, ERRORS_BOTTOM, ticks(errors, 2, Label::rate), lines, points, texts);
    }

    /** The middle of the column of a step. */
    double x(int step) {
        return Place.rounded(LEFT + (step + 0.5) * columnWidth);
    }

    double columnWidth() {
        return columnWidth;
    }

    double columnStart(int step) {
        return Place.rounded(LEFT + step * columnWidth);
    }

    /** The steps that are drawn as shapes: the two that matter most, and of many others every so many. */
    IntStream drawn() {
        int every = (steps.size() + MOST_SHAPES - 1) / MOST_SHAPES;
        return IntStream.range(0, steps.size()).filter(i -> i % every == 0 || i == supported || i == firstFailing);
    }

    private List<Line> lines(
            Function<Step, @Nullable Double> limit, Function<Step, @Nullable Double> value, Scale scale) {
        List<Line> lines = new ArrayList<>();
        lines.add(new Line("limit", Trace.steps(places(limit, scale), columnWidth)));
        lines.add(new Line("value", Trace.line(places(value, scale))));
        return lines;
    }

    private List<@Nullable Place> places(Function<Step, @Nullable Double> value, Scale scale) {
        List<@Nullable Place> places = new ArrayList<>();
        for (int i = 0; i < steps.size(); i++) {
            Double known = value.apply(steps.get(i));
            places.add(known == null ? null : new Place(x(i), scale.at(known)));
        }
        return places;
    }

    /** A bar from bound to bound. An open end goes as far as the panel does and has no cap. */
    private Line bounds(int step) {
        Percentile p95 = steps.get(step).p95();
        Place lower = new Place(x(step), latency.at(p95.atLeast() == null ? 0 : p95.atLeast()));
        Place upper = new Place(x(step), p95.atMost() == null ? TOP : latency.at(p95.atMost()));
        String cap = "m-5 0h10m-5 0";
        return new Line(
                "bounds",
                "M" + lower.text() + (p95.atLeast() == null ? "" : cap) + "V" + Place.text(upper.y())
                        + (p95.atMost() == null ? "m-4 6l4 -6l4 6" : "m-5 0h10"));
    }

    private List<Point> points(Function<Step, @Nullable Double> value, Scale scale, Function<Step, String> words) {
        List<@Nullable Place> places = places(value, scale);
        List<Point> points = new ArrayList<>();
        drawn().forEach(i -> {
            Place place = places.get(i);
            Step step = steps.get(i);
            if (place != null) {
                String says = step.concurrency() + " at once: " + words.apply(step) + ", "
                        + step.role().words();
                points.add(step.role().shape().at(place, step.role().kind(), says));
            }
        });
        return points;
    }

    private static List<Tick> ticks(Scale scale, int parts, DoubleFunction<String> label) {
        return scale.ticks(parts, false).stream()
                .map(tick -> new Tick(scale.at(tick), LEFT - 8, scale.at(tick) + 4, label.apply(tick)))
                .toList();
    }
}
