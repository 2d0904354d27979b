package dev.shipgate.audit.record;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The decisions to evaluate again: the newest of those that fit. Null stands for any.
 *
 * @param from the first instant
 * @param to the first instant beyond
 * @param last the most of them, 1 or more
 */
public record DecisionSelection(
        @Nullable String kind,
        @Nullable String service,
        @Nullable String environment,
        @Nullable Instant from,
        @Nullable Instant to,
        int last) {

    /** How many are taken when nobody says. */
    public static final int DEFAULT_LAST = 10_000;

    /** Checks that some are asked for. */
    public DecisionSelection {
        if (last < 1) {
            throw new IllegalArgumentException("At least one decision must be asked for, and not " + last);
        }
    }

    /** Whether a decision fits, however many newer ones do. */
    public boolean holds(PastDecision decision) {
        return (kind == null || kind.equals(decision.kind()))
                && (service == null || service.equals(decision.service()))
                && (environment == null || environment.equals(decision.environment()))
                && (from == null || !decision.evaluatedAt().isBefore(from))
                && (to == null || decision.evaluatedAt().isBefore(to));
    }
}
