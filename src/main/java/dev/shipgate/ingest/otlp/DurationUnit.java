package dev.shipgate.ingest.otlp;

import dev.shipgate.ingest.measure.Milliseconds;
import dev.shipgate.ingest.read.ShortText;
import dev.shipgate.ingest.read.UnreadableResultException;

/** The unit of a histogram of durations. */
enum DurationUnit {
    SECONDS,
    MILLISECONDS;

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

    double toMs(double value) {
        return switch (this) {
            case SECONDS -> Milliseconds.ofSeconds(value);
            case MILLISECONDS -> value;
        };
    }
}
