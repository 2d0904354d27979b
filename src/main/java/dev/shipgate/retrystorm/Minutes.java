package dev.shipgate.retrystorm;

import dev.shipgate.json.JsonObject;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/** Reads the minutes of points one after the other: whole numbers or instants, each later than the one before. */
final class Minutes {

    private static final String EXPECTED = "a whole number or an ISO-8601 instant such as 2026-11-23T10:00:00Z";

    private @Nullable Object previous;

    /** The minute of a point; the number 0 stands in for one that is wrong, which the body's problems then name. */
    Object read(JsonObject point) {
        Object minute = parse(point);
        if (minute == null) {
            return 0L;
        }
        requireLater(point, minute);
        previous = minute;
        return minute;
    }

    private static @Nullable Object parse(JsonObject point) {
        Object value = point.value("minute");
        if (value instanceof Long number) {
            return number;
        }
        if (value instanceof String text) {
            try {
                return OffsetDateTime.parse(text).toInstant();
            } catch (DateTimeParseException e) {
                point.wrong("minute", EXPECTED, value);
                return null;
            }
        }
        if (value == null) {
            point.invalid("minute", "is missing. It must be " + EXPECTED + ".");
        } else {
            point.wrong("minute", EXPECTED, value);
        }
        return null;
    }

    private void requireLater(JsonObject point, Object minute) {
        if (previous == null) {
            return;
        }
        if (previous.getClass() != minute.getClass()) {
            point.contradictory("minute", "must be of one kind in all points: whole numbers or instants, not both.");
        } else if (!isLater(minute, previous)) {
            point.contradictory(
                    "minute", "must be later than that of the point before, " + previous + ", but is " + minute + ".");
        }
    }

    private static boolean isLater(Object minute, Object before) {
        return minute instanceof Instant instant ? instant.isAfter((Instant) before) : (Long) minute > (Long) before;
    }
}
