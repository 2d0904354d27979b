package dev.shipgate.audit.http;

import dev.shipgate.http.QueryParameters;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Between which instants something is asked for; null stands for no bound.
 *
 * @param from the first instant
 * @param to the first instant beyond
 */
record TimeRange(@Nullable Instant from, @Nullable Instant to) {

    private static final String INSTANT = "an instant such as 2026-11-25T10:00:00Z";

    static TimeRange read(QueryParameters parameters) {
        Instant from = parameters.parsed("from", Instant::parse, INSTANT);
        Instant to = parameters.parsed("to", Instant::parse, INSTANT);
        if (from != null && to != null && from.isAfter(to)) {
            parameters.wrong("from", "must not be after to, but is " + from + ", and to is " + to + ".");
        }
        return new TimeRange(from, to);
    }
}
