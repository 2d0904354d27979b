package dev.shipgate.audit.http;

import dev.shipgate.audit.store.read.EventFilter;
import dev.shipgate.audit.store.record.EventKinds;
import dev.shipgate.http.QueryParameters;
import java.util.Objects;

/**
 * The query of a list of events.
 *
 * @param limit the most events
 */
record EventQuery(EventFilter filter, int limit) {

    private static final int MAX_LIMIT = 500;
    private static final int DEFAULT_LIMIT = 50;

    /** @throws dev.shipgate.json.InvalidBodyException when anything is wrong, with all that is */
    static EventQuery read(QueryParameters parameters) {
        TimeRange range = TimeRange.read(parameters);
        EventFilter filter = new EventFilter(
                parameters.oneOf("kind", EventKinds.ALL),
                parameters.text("caller"),
                range.from(),
                range.to(),
                parameters.parsed("cursor", EventFilter.EventCursor::parse, "the next_cursor of an earlier answer"));
        Integer limit = parameters.upTo("limit", MAX_LIMIT);
        parameters.throwIfAnyIsWrong();
        return new EventQuery(filter, Objects.requireNonNullElse(limit, DEFAULT_LIMIT));
    }
}
