package dev.shipgate.audit.store.read;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A filter for decisions. Null stands for any.
 *
 * @param ruleset a version
 * @param waived whether a waiver covers any failure or blocker
 * @param from the first instant
 * @param to the first instant beyond
 * @param before a decision: only those older than it
 */
public record DecisionFilter(
        @Nullable String kind,
        @Nullable String service,
        @Nullable String environment,
        @Nullable String version,
        @Nullable String route,
        @Nullable String rule,
        @Nullable String verdict,
        @Nullable String ruleset,
        @Nullable Boolean waived,
        @Nullable Instant from,
        @Nullable Instant to,
        @Nullable UUID before) {

    /** All decisions. */
    public static final DecisionFilter ANY =
            new DecisionFilter(null, null, null, null, null, null, null, null, null, null, null, null);

    /** The decisions of a kind on a service. */
    public static DecisionFilter of(String kind, @Nullable String service, @Nullable String environment) {
        return new DecisionFilter(kind, service, environment, null, null, null, null, null, null, null, null, null);
    }

    /** The same, further on. */
    public DecisionFilter olderThan(UUID decision) {
        return new DecisionFilter(
                kind, service, environment, version, route, rule, verdict, ruleset, waived, from, to, decision);
    }
}
