package dev.shipgate.console.chart;

import dev.shipgate.console.chart.picture.Chart;
import dev.shipgate.console.chart.picture.Chart.Panel;
import dev.shipgate.console.chart.picture.Chart.Text;
import dev.shipgate.console.chart.picture.Chart.Tick;
import dev.shipgate.console.chart.picture.Label;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Every place that a chart draws at, with the ends of its words. */
final class Spots {

    private static final Pattern COMMAND = Pattern.compile("([MLHVhvmlaz])([^MLHVhvmlaz]*)");

    record Spot(String of, double x, double y) {}

    private final List<Spot> spots = new ArrayList<>();

    private Spots() {}

    static List<Spot> of(Chart chart) {
        Spots all = new Spots();
        chart.bands().forEach(band -> {
            all.add("band", band.x(), band.y());
            all.add("band", band.x() + band.width(), band.y() + band.height());
            all.add("size of a band", band.width(), band.height());
        });
        chart.panels().forEach(all::addPanel);
        chart.marks().forEach(mark -> {
            all.add("mark", mark.x(), mark.top());
            all.add("mark", mark.x(), mark.bottom());
        });
        chart.texts().forEach(all::addText);
        chart.axis().ticks().forEach(tick -> {
            all.add("tick of the axis", tick.at(), chart.axis().tickEnd());
            all.addText(new Text("tick", "middle", tick.textX(), tick.textY(), tick.label()));
        });
        return all.spots;
    }

    private void addPanel(Panel panel) {
        for (Tick tick : panel.ticks()) {
            add("tick", panel.left(), tick.at());
            addText(new Text("tick", "end", tick.textX(), tick.textY(), tick.label()));
        }
        panel.lines().forEach(line -> addPath(line.kind(), line.path()));
        panel.points().forEach(point -> {
            add(point.kind(), point.x(), point.y());
            addPath(point.kind(), point.path());
        });
        panel.texts().forEach(this::addText);
    }

    private void addText(Text text) {
        double width = Label.width(text.text());
        double start = switch (text.anchor()) {
            case "start" -> text.x();
            case "middle" -> text.x() - width / 2;
            case "end" -> text.x() - width;
            default -> throw new AssertionError(text.anchor());
        };
        add("start of " + text.text(), start, text.y());
        add("end of " + text.text(), start + width, text.y());
    }

    /** The ends of each piece of a path. The arcs of circles end left and right of their middle. */
    private void addPath(String kind, String path) {
        Matcher commands = COMMAND.matcher(path);
        double x = 0;
        double y = 0;
        while (commands.find()) {
            double[] numbers = numbers(commands.group(2));
            int last = numbers.length - 1;
            switch (commands.group(1)) {
                case "M", "L" -> {
                    x = numbers[0];
                    y = numbers[1];
                }
                case "H" -> x = numbers[0];
                case "V" -> y = numbers[0];
                case "h" -> x += numbers[0];
                case "v" -> y += numbers[0];
                case "m", "l", "a" -> {
                    x += numbers[last - 1];
                    y += numbers[last];
                }
                default -> {}
            }
            add(kind + " " + path, x, y);
        }
    }

    private static double[] numbers(String text) {
        String spaced = text.replaceAll("(?<=\\d)-", " -").strip();
        return spaced.isEmpty()
                ? new double[0]
                : List.of(spaced.split(" +")).stream()
                        .mapToDouble(Double::parseDouble)
                        .toArray();
    }

    private void add(String of, double x, double y) {
        spots.add(new Spot(of, x, y));
    }
}
