package dev.shipgate.console.chart;

import dev.shipgate.console.chart.picture.Label;
import dev.shipgate.number.Numbers;
import java.util.Comparator;
import java.util.Objects;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A percentile of latency, of which some tools know bounds alone. All numbers are milliseconds, 0 or more, and null
 * when they are not known.
 *
 * @param millis the measured value
 * @param atLeast the lower bound
 * @param atMost the upper bound, from the lower one on
 */
public record Percentile(
        @Nullable Double millis,
        @Nullable Double atLeast,
        @Nullable Double atMost) {

    public Percentile {
        millis = Measured.notNegative(millis);
        atLeast = Measured.notNegative(atLeast);
        atMost = Measured.notNegative(atMost);
        boolean contradictory = atLeast != null && atMost != null && atLeast > atMost;
        atLeast = contradictory ? null : atLeast;
        atMost = contradictory ? null : atMost;
    }

    boolean isBounded() {
        return atLeast != null || atMost != null;
    }

    /** The numbers that are known. */
    DoubleStream known() {
        return Stream.of(this)
                .flatMap(p -> Stream.<@Nullable Double>of(p.millis, p.atLeast, p.atMost))
                .filter(Objects::nonNull)
                .mapToDouble(Double::doubleValue);
    }

    /** The value at which its shape stands: the measured one, or the middle of its bounds; null without any. */
    @Nullable
    Double shown() {
        if (millis != null) {
            return millis;
        }
        if (atLeast != null && atMost != null) {
            return atLeast + (atMost - atLeast) / 2;
        }
        return atLeast == null ? atMost : atLeast;
    }

    /** The highest number that is known; null without any. */
    @Nullable
    Double highest() {
        return known().boxed().max(Comparator.naturalOrder()).orElse(null);
    }

    /** Whether nothing bounds it above. */
    boolean isOpenAbove() {
        return atLeast != null && atMost == null;
    }

    /** The number and its bounds for people. */
    String words() {
        if (!isBounded()) {
            return Label.millis(millis);
        }
        String bounds = atMost == null
                ? "at least " + Label.millis(atLeast)
                : atLeast == null
                        ? "at most " + Label.millis(atMost)
                        : Numbers.forPeople(atLeast) + " to " + Label.millis(atMost);
        return millis == null ? bounds : Label.millis(millis) + " (" + bounds + ")";
    }
}
