package dev.shipgate.audit.search;

import dev.shipgate.audit.store.DecisionFilter;
import dev.shipgate.http.QueryParameters;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/**
 * What a list or an export of decisions is asked for.
 *
 * @param limit the most decisions
 */
record DecisionQuery(DecisionFilter filter, int limit) {

    private static final List<String> VERDICTS = List.of("pass", "block", "error");
    private static final String INSTANT = "an instant such as 2026-11-25T10:00:00Z";

    /** Ids begin with the milliseconds since 1970 in 48 bits. */
    private static final Instant FIRST = Instant.EPOCH;

    private static final Instant LAST = Instant.ofEpochMilli((1L << 48) - 1);

    /**
     * @param kinds the kinds of evaluation
     * @throws dev.shipgate.json.InvalidBodyException when anything is wrong, with all that is
     */
    static DecisionQuery read(QueryParameters parameters, List<String> kinds, int maxLimit, int defaultLimit) {
        DecisionFilter filter = new DecisionFilter(
                parameters.oneOf("kind", kinds),
                parameters.text("service"),
                parameters.text("environment"),
                parameters.text("version"),
                parameters.text("route"),
                parameters.text("rule"),
                parameters.oneOf("verdict", VERDICTS),
                parameters.text("ruleset"),
                parameters.parsed("from", DecisionQuery::instant, INSTANT),
                parameters.parsed("to", DecisionQuery::instant, INSTANT),
                parameters.parsed("cursor", UUID::fromString, "the next_cursor of an earlier answer"));
        String most = maxLimit == Integer.MAX_VALUE ? "1 or more" : "1 to " + maxLimit;
        Integer limit = parameters.parsed("limit", text -> between(text, maxLimit), "a whole number, " + most);
        parameters.throwIfAnyIsWrong();
        return new DecisionQuery(filter, Objects.requireNonNullElse(limit, defaultLimit));
    }

    private static int between(String text, int max) {
        int number = Integer.parseInt(text);
        if (number < 1 || number > max) {
            throw new IllegalArgumentException(text);
        }
        return number;
    }

    /** Decisions are made at whole milliseconds: the first one that is not before the instant. */
    private static Instant instant(String text) {
        Instant instant = Instant.parse(text);
        if (instant.isBefore(FIRST)) {
            return FIRST;
        }
        if (instant.isAfter(LAST)) {
            return LAST;
        }
        Instant whole = instant.truncatedTo(ChronoUnit.MILLIS);
        return whole.equals(instant) ? whole : whole.plusMillis(1);
    }
}
