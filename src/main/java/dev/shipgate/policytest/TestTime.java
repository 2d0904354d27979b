package dev.shipgate.policytest;

import dev.shipgate.context.EvaluationContext;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/**
 * The time of a case: the date and the hour that its rules are told. The time zone of the service has no part in it, so
 * that a case says the same on every machine.
 *
 * @param local in UTC
 */
record TestTime(LocalDateTime local) {

    /** Of a case that does not say: noon of an ordinary Wednesday. */
    static final TestTime DEFAULT = new TestTime(LocalDateTime.of(2026, 1, 7, 12, 0));

    /** Reads one such as {@code 2026-12-24T18:00}; empty when it is none. */
    static Optional<TestTime> parse(String text) {
        try {
            return Optional.of(new TestTime(LocalDateTime.parse(text)));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    Instant instant() {
        return local.toInstant(ZoneOffset.UTC);
    }

    EvaluationContext context() {
        return EvaluationContext.at(instant(), ZoneOffset.UTC);
    }
}
