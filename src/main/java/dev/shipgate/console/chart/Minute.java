package dev.shipgate.console.chart;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * The minute of a point.
 *
 * @param at the number itself, or of a time the seconds since 1970-01-01T00:00Z
 * @param isTime whether it is a time
 * @param text the number or the time in UTC, as people read it
 */
public record Minute(double at, boolean isTime, String text) {

    /** Years beyond are no times of traffic, and have names that are too long. */
    private static final int LAST_YEAR = 9999;

    /** A whole number, of minutes from any start. */
    public static Minute of(long number) {
        return new Minute(number, false, Long.toString(number));
    }

    /** A time. */
    public static Minute of(Instant time) {
        return new Minute(time.getEpochSecond() + time.getNano() / 1e9, true, time.toString());
    }

    /** The value of a field; null when it is neither a whole number nor a time. */
    static @Nullable Minute read(JsonNode object, String field) {
        JsonNode value = object.path(field);
        Long number = JsonValue.whole(value);
        if (number != null) {
            return of(number);
        }
        return value.isTextual() ? parse(value.textValue()) : null;
    }

    private static @Nullable Minute parse(String text) {
        try {
            OffsetDateTime time = OffsetDateTime.parse(text);
            return time.getYear() > 0 && time.getYear() < LAST_YEAR ? of(time.toInstant()) : null;
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** The date of a time; empty for a number. */
    String day() {
        return isTime ? text.substring(0, text.indexOf('T')) : "";
    }

    /** The time of the day of a time, without seconds where there are none. */
    String time() {
        String time = text.substring(text.indexOf('T') + 1, text.length() - 1);
        return time.endsWith(":00") ? time.substring(0, time.length() - 3) : time;
    }

    /** Whether both lie on one axis, and the other one is later. */
    boolean isBefore(Minute other) {
        return isTime == other.isTime && at < other.at;
    }
}
