package dev.shipgate.audit.store;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A filter of which a test says only what it asks for. */
final class Filter {

    @Nullable
    String kind;

    @Nullable
    String service;

    @Nullable
    String environment;

    @Nullable
    String version;

    @Nullable
    String route;

    @Nullable
    String rule;

    @Nullable
    String verdict;

    @Nullable
    String ruleset;

    @Nullable
    Instant from;

    @Nullable
    Instant to;

    @Nullable
    UUID before;

    /** Says what is asked for. */
    interface Asking {
        void of(Filter filter);
    }

    private Filter() {}

    static DecisionFilter all() {
        return by(filter -> {});
    }

    static DecisionFilter by(Asking asking) {
        Filter filter = new Filter();
        asking.of(filter);
        return new DecisionFilter(
                filter.kind,
                filter.service,
                filter.environment,
                filter.version,
                filter.route,
                filter.rule,
                filter.verdict,
                filter.ruleset,
                filter.from,
                filter.to,
                filter.before);
    }
}
