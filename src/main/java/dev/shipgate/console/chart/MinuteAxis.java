package dev.shipgate.console.chart;

import dev.shipgate.console.chart.picture.Chart.Axis;
import dev.shipgate.console.chart.picture.Chart.Tick;
import dev.shipgate.console.chart.picture.Label;
import dev.shipgate.console.chart.picture.Room;
import dev.shipgate.console.chart.picture.Scale;
import dev.shipgate.number.Numbers;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;

/** The axis of whole numbers or of times in UTC. */
final class MinuteAxis {

    private static final int PARTS = 6;

    private static final long DAY = 86_400;

    /** In seconds: the steps in which people count time. */
    private static final List<Long> STEPS = List.of(
            1L, 2L, 5L, 10L, 15L, 30L, 60L, 120L, 300L, 600L, 900L, 1800L, 3600L, 7200L, 10_800L, 21_600L, 43_200L,
            DAY);

    private static final DateTimeFormatter DATE = format("uuuu-MM-dd");
    private static final DateTimeFormatter DATE_AND_MINUTE = format("MM-dd HH:mm");
    private static final DateTimeFormatter TIME = format("HH:mm");
    private static final DateTimeFormatter SECOND = format("HH:mm:ss");

    private final Scale scale;
    private final boolean isTime;

    MinuteAxis(Scale scale, boolean isTime) {
        this.scale = scale;
        this.isTime = isTime;
    }

    /** The unit, and the day when all times are of one. */
    String label() {
        if (!isTime) {
            return "minute";
        }
        return isOneDay() ? "time on " + DATE.format(instant(scale.from())) + ", UTC" : "time, UTC";
    }

    Axis at(double y) {
        List<Tick> ticks = new ArrayList<>();
        Room room = new Room(0, scale.end() + scale.start());
        long step = step();
        for (double value : isTime ? times(step) : scale.ticks(PARTS, true)) {
            String text = isTime ? formatFor(step).format(instant(value)) : Numbers.forPeople(value);
            double place = scale.at(value);
            if (room.take(place, Label.width(text))) {
                ticks.add(new Tick(place, place, y + 19, text));
            }
        }
        return new Axis(scale.start(), scale.end(), y, y + 5, ticks);
    }

    /** Round times, or the first one where no round one lies between first and last. */
    private List<Double> times(long step) {
        List<Double> times = new ArrayList<>();
        for (double time = Math.ceil(scale.from() / step) * step; time <= scale.to(); time += step) {
            times.add(time);
        }
        return times.isEmpty() ? List.of(scale.from()) : times;
    }

    /** In seconds; of long spans a round number of days. */
    private long step() {
        double rough = (scale.to() - scale.from()) / PARTS;
        return STEPS.stream()
                .filter(step -> step >= rough)
                .findFirst()
                .orElseGet(() -> DAY * (long) Scale.roundStep(rough / DAY, true));
    }

    private DateTimeFormatter formatFor(long step) {
        if (step >= DAY) {
            return DATE;
        }
        if (!isOneDay()) {
            return DATE_AND_MINUTE;
        }
        return step < 60 ? SECOND : TIME;
    }

    private boolean isOneDay() {
        return Math.floor(scale.from() / DAY) == Math.floor(scale.to() / DAY);
    }

    private static Instant instant(double seconds) {
        return Instant.ofEpochSecond((long) Math.floor(seconds));
    }

    private static DateTimeFormatter format(String pattern) {
        return DateTimeFormatter.ofPattern(pattern).withZone(ZoneOffset.UTC);
    }
}
