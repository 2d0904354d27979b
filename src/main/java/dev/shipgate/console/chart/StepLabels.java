package dev.shipgate.console.chart;

import dev.shipgate.console.chart.StepLoadChart.Step;
import dev.shipgate.console.chart.picture.Chart.Text;
import dev.shipgate.console.chart.picture.Label;
import dev.shipgate.console.chart.picture.Place;
import dev.shipgate.console.chart.picture.Room;
import dev.shipgate.console.chart.picture.Scale;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The words in the panels of steps. */
final class StepLabels {

    /** Between a point and its word. */
    private static final double LABEL_ABOVE = 10;

    private static final double LABEL_BELOW = 19;

    /** A word with less of it would leave the panel. */
    private static final double ROOM_ABOVE = 22;

    private static final double WIDEST_LIMIT = 100;

    private StepLabels() {}

    /** The words beside the end of a limit's line. */
    static List<Text> ofLimit(
            List<Step> steps, Function<Step, @Nullable Double> limit, Scale scale, Function<Double, String> words) {
        return steps.stream()
                .map(limit)
                .filter(Objects::nonNull)
                .reduce((earlier, later) -> later)
                .map(last -> new Text(
                        "limit",
                        "start",
                        StepPanels.RIGHT + 6,
                        scale.at(last) + 4,
                        Label.shortened("limit " + words.apply(last), WIDEST_LIMIT)))
                .stream()
                .toList();
    }

    /** The words beside points, for those that find room. */
    static List<Text> ofRoles(List<Step> steps, IntStream drawn, List<@Nullable Place> places) {
        Room room = new Room(StepPanels.LEFT, StepPanels.RIGHT);
        List<Text> labels = new ArrayList<>();
        drawn.forEach(i -> {
            Place place = places.get(i);
            String label = steps.get(i).role().label();
            double width = Label.width(label);
            if (place != null && !label.isEmpty()) {
                double middle = room.middle(place.x(), width);
                if (room.take(middle, width)) {
                    boolean isBelow = steps.get(i).p95().isOpenAbove() || place.y() - StepPanels.TOP < ROOM_ABOVE;
                    double y = Place.rounded(place.y() + (isBelow ? LABEL_BELOW : -LABEL_ABOVE));
                    labels.add(new Text(steps.get(i).role().kind(), "middle", middle, y, label));
                }
            }
        });
        return labels;
    }
}
