package dev.shipgate.context;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;

/**
 * All that decides beside the request. It is recorded with the decision, so that a replay has the same and asks nobody.
 *
 * @param time when the request is evaluated
 */
public record EvaluationContext(EvaluationTime time) {

    /** The kinds of its facts, which the rules of every evaluation can ask for. */
    public static final List<Class<?>> KINDS = List.of(EvaluationTime.class);

    /** The context that decides at an instant, told in a time zone. */
    public static EvaluationContext at(Instant instant, ZoneId zone) {
        ZonedDateTime local = instant.atZone(zone);
        return new EvaluationContext(
                new EvaluationTime(instant, local.toLocalDate(), local.getDayOfWeek(), local.getHour()));
    }

    /** Its facts, for the rules of any evaluation. */
    public List<Object> facts() {
        return List.of(time);
    }

    /**
     * Reads it as it was recorded.
     *
     * @throws IllegalArgumentException when it is not as it was recorded
     */
    public static EvaluationContext read(JsonNode recorded) {
        JsonNode time = recorded.path("time");
        try {
            return new EvaluationContext(new EvaluationTime(
                    Instant.parse(time.path("instant").asText()),
                    LocalDate.parse(time.path("date").asText()),
                    DayOfWeek.valueOf(time.path("day_of_week").asText().toUpperCase(Locale.ROOT)),
                    hour(time.path("hour"))));
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
