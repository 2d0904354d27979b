package dev.shipgate.console.chart;

import dev.shipgate.console.chart.picture.Place;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A bar for a row of a table: how much of a limit is used. The tick of the limit stands at the same place in each row,
 * so rows compare by their margins; a bar beyond the tick violates its limit, be it an upper or a lower one.
 *
 * @param kind {@code pass}, {@code fail}, {@code not-evaluated} or {@code not-applicable}
 * @param within the width of the bar up to the tick, 0 without a margin, to {@value #TICK}
 * @param beyond the width of the bar beyond it, 0 to {@value #ROOM_BEYOND}
 * @param isCut whether it goes on beyond the picture
 */
public record LimitBar(String kind, double within, double beyond, boolean isCut) {

    /** The width of the picture. */
    public static final int WIDTH = 96;

    /** The place of the limit: of a margin of 0. The left side is that of a margin of 1. */
    public static final int TICK = 60;

    /** A margin of -0.5 fills it. */
    public static final int ROOM_BEYOND = 30;

    /** A bar that is there, however little of the limit is used. */
    private static final double LEAST = 2;

    private static final Map<String, String> KINDS = Map.of(
            "pass", "pass",
            "fail", "fail",
            "not_applicable", "not-applicable");

    /**
     * The bar of a check.
     *
     * @param margin the room that is left, as a part of the limit, negative beyond the limit; null or NaN when it
     *     is not known
     * @param outcome as answers name it: {@code pass}, {@code fail} or {@code not_applicable}; any other is not
     *     evaluated
     */
    public static LimitBar of(@Nullable Double margin, String outcome) {
        String kind = KINDS.getOrDefault(outcome, "not-evaluated");
        if (margin == null || margin.isNaN()) {
            return new LimitBar(kind, 0, 0, false);
        }
        double end = (1 - margin) * TICK;
        return new LimitBar(
                kind,
                Place.rounded(Math.max(LEAST, Math.min(TICK, end))),
                Place.rounded(Math.max(0, Math.min(ROOM_BEYOND, end - TICK))),
                end > TICK + ROOM_BEYOND);
    }
}
