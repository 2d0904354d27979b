package dev.shipgate.ingest.otlp;

import dev.shipgate.ingest.ShortText;
import dev.shipgate.ingest.UnreadableResultException;
import java.math.BigDecimal;

/** The unit of a histogram of durations. */
enum DurationUnit {
    SECONDS(3),
    MILLISECONDS(0);

    private final int decimals;

    DurationUnit(int decimals) {
        this.decimals = decimals;
    }

    /** Nothing is guessed here: wrong by a factor of 1000, anything passes. */
    static DurationUnit of(String unit, String metric) {
        return switch (unit) {
            case "s" -> SECONDS;
            case "ms" -> MILLISECONDS;
            default ->
                throw new UnreadableResultException(
                        "\"unit\" of " + metric + " must be s or ms, but is \"" + ShortText.line(unit) + "\".");
        };
    }

    /** In decimal, so that 0.075 s are 75 ms and not nearly so. */
    double toMs(double value) {
        return Double.isFinite(value)
                ? BigDecimal.valueOf(value).movePointRight(decimals).doubleValue()
                : value;
    }
}
