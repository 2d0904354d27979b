package dev.shipgate.waivers;

import dev.shipgate.http.QueryParameters;
import dev.shipgate.waivers.GrantedWaiver.State;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;

/**
 * The query of a list of waivers.
 *
 * @param limit the most waivers
 */
record WaiverQuery(WaiverFilter filter, int limit) {

    private static final int MAX_LIMIT = 500;
    private static final int DEFAULT_LIMIT = 50;

    private static final List<String> STATES =
            Arrays.stream(State.values()).map(State::lowerCase).toList();

    /** @throws dev.shipgate.json.InvalidBodyException when anything is wrong, with all that is */
    static WaiverQuery read(QueryParameters parameters) {
        String service = parameters.text("service");
        String state = parameters.oneOf("state", STATES);
        UUID before = parameters.parsed("cursor", UUID::fromString, "the next_cursor of an earlier answer");
        Integer limit = parameters.upTo("limit", MAX_LIMIT);
        parameters.throwIfAnyIsWrong();
        return new WaiverQuery(
                new WaiverFilter(service, state == null ? null : State.valueOf(state.toUpperCase(Locale.ROOT)), before),
                Objects.requireNonNullElse(limit, DEFAULT_LIMIT));
    }
}
