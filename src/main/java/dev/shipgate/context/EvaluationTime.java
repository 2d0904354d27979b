package dev.shipgate.context;

import dev.shipgate.policy.ForRules;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;

/**
 * The fact of when a request is evaluated. It is the only clock that rules have: it is recorded with the decision, and
 * a replay reads it from there. In rules: {@code EvaluationTime(dayOfWeek == DayOfWeek.FRIDAY, hour >= 15)}.
 *
 * @param instant in UTC, to the millisecond
 * @param date of that instant in the time zone of the service
 * @param dayOfWeek of that date, {@code MONDAY} to {@code SUNDAY}
 * @param hour of the day in the time zone of the service, 0 to 23
 */
@ForRules
public record EvaluationTime(Instant instant, LocalDate date, DayOfWeek dayOfWeek, int hour) {}
