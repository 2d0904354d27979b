package dev.shipgate.console.chart;

import dev.shipgate.console.chart.StepLoadChart.Step;
import dev.shipgate.console.chart.picture.Chart;
import dev.shipgate.console.chart.picture.Chart.Axis;
import dev.shipgate.console.chart.picture.Chart.Band;
import dev.shipgate.console.chart.picture.Chart.Mark;
import dev.shipgate.console.chart.picture.Chart.Text;
import dev.shipgate.console.chart.picture.Chart.Tick;
import dev.shipgate.console.chart.picture.Label;
import dev.shipgate.console.chart.picture.Place;
import dev.shipgate.console.chart.picture.Room;
import dev.shipgate.console.chart.picture.Shape;
import dev.shipgate.number.Numbers;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Draws the steps of a step-load test: a column for each, as several may have one concurrency. */
final class StepDrawing {

    private static final int WIDTH = 760;
    private static final int HEIGHT = 400;
    private static final double AXIS_LABEL = 394;

    /** The line of the labels of marks, and the one above it for a label that finds no room there. */
    private static final double MARK_LABEL = 44;

    private static final double UPPER_MARK_LABEL = 30;

    private static final double WIDEST_TICK = 90;

    private final StepLoadChart chart;
    private final List<Step> steps;
    private final StepPanels panels;

    StepDrawing(StepLoadChart chart) {
        this.chart = chart;
        this.steps = chart.steps();
        this.panels = new StepPanels(chart);
    }

    Chart chart() {
        List<Mark> marks = new ArrayList<>();
        List<Text> texts = new ArrayList<>();
        addMarks(marks, texts);
        texts.add(new Text("axis-label", "end", StepPanels.RIGHT, AXIS_LABEL, "concurrent requests, step by step"));
        return new Chart(
                "steps",
                "steps",
                "Latency and errors by concurrency",
                StepWords.description(chart),
                WIDTH,
                HEIGHT,
                afterBreak(),
                List.of(panels.latency(), panels.errors()),
                axis(),
                marks,
                texts,
                keys(),
                StepWords.table(steps));
    }

    private void addMarks(List<Mark> marks, List<Text> texts) {
        Room near = new Room(StepPanels.LEFT, StepPanels.RIGHT);
        if (chart.supportedIndex() >= 0) {
            double x = panels.x(chart.supportedIndex());
            addMark("supported", "supports " + chart.supported(), x, near, marks, texts);
        }
        if (chart.breakIndex() >= 0) {
            double x = panels.x(chart.breakIndex());
            addMark("break", "breaks at " + chart.firstFailing(), x, near, marks, texts);
        }
    }

    private static void addMark(String kind, String words, double x, Room near, List<Mark> marks, List<Text> texts) {
        double width = Label.width(words);
        double middle = near.middle(x, width);
        double y = near.take(middle, width) ? MARK_LABEL : UPPER_MARK_LABEL;
        marks.add(new Mark(kind, x, y + 4, StepPanels.ERRORS_BOTTOM));
        texts.add(new Text(kind, "middle", middle, y, words));
    }

    /** The columns whose steps count for nothing. */
    private List<Band> afterBreak() {
        if (chart.breakIndex() < 0) {
            return List.of();
        }
        double from = panels.columnStart(chart.breakIndex());
        return List.of(new Band(
                "over",
                from,
                StepPanels.TOP,
                Place.rounded(StepPanels.RIGHT - from),
                StepPanels.ERRORS_BOTTOM - StepPanels.TOP,
                "from the break on"));
    }

    /** The concurrency below each column, or below every so many where there is no room for all. */
    private Axis axis() {
        double widest = steps.stream()
                .mapToDouble(step -> Label.width(label(step)))
                .max()
                .orElse(0);
        int every = (int) Math.ceil((widest + Room.GAP) / panels.columnWidth());
        Room room = new Room(StepPanels.LEFT, StepPanels.RIGHT);
        Tick[] ticks = new Tick[steps.size()];
        Stream.concat(
                        Stream.of(chart.supportedIndex(), chart.breakIndex()),
                        IntStream.range(0, steps.size())
                                .filter(i -> i % every == 0)
                                .boxed())
                .filter(i -> i >= 0 && ticks[i] == null)
                .forEach(i -> ticks[i] = tick(i, room));
        return new Axis(
                StepPanels.LEFT,
                StepPanels.RIGHT,
                StepPanels.ERRORS_BOTTOM,
                StepPanels.ERRORS_BOTTOM + 5,
                Stream.of(ticks)
                        .filter(tick -> tick != null && !tick.label().isEmpty())
                        .toList());
    }

    private Tick tick(int step, Room room) {
        String label = label(steps.get(step));
        double x = panels.x(step);
        double middle = room.middle(x, Label.width(label));
        boolean hasRoom = room.take(middle, Label.width(label));
        return new Tick(x, middle, StepPanels.ERRORS_BOTTOM + 19, hasRoom ? label : "");
    }

    private static String label(Step step) {
        return Label.shortened(Numbers.forPeople(step.concurrency()), WIDEST_TICK);
    }

    private List<Chart.Key> keys() {
        List<Chart.Key> keys = new ArrayList<>();
        steps.stream().map(Step::role).distinct().sorted().map(StepRole::key).forEach(keys::add);
        if (steps.stream().anyMatch(step -> step.p95LimitMs() != null || step.errorLimit() != null)) {
            keys.add(Shape.lineKey("limit", "limit"));
        }
        if (steps.stream().anyMatch(step -> step.p95().isBounded())) {
            keys.add(Shape.lineKey("bounds", "p95 known within bounds"));
        }
        return keys;
    }
}
