package dev.shipgate.context;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Locale;

/** Reads the time of an evaluation as it was recorded. */
final class RecordedTime {

    private RecordedTime() {}

    /** @throws IllegalArgumentException when it is not as it was recorded */
    static EvaluationTime read(JsonNode time) {
        try {
            return new EvaluationTime(
                    Instant.parse(time.path("instant").asText()),
                    LocalDate.parse(time.path("date").asText()),
                    DayOfWeek.valueOf(time.path("day_of_week").asText().toUpperCase(Locale.ROOT)),
                    hour(time.path("hour")));
        } catch (DateTimeException | IllegalArgumentException e) {
            throw new IllegalArgumentException("No time of an evaluation was recorded as " + time, e);
        }
    }

    private static int hour(JsonNode hour) {
        if (!hour.isInt()) {
            throw new IllegalArgumentException("The hour must be a whole number, but is " + hour);
        }
        return LocalTime.of(hour.intValue(), 0).getHour();
    }
}
