package dev.shipgate.capacity;

import dev.shipgate.policy.ForRules;
import java.util.Set;

/**
 * The finding of how sure the supported capacity is.
 *
 * @param outcome {@code supported}, {@code at_least}, {@code unconfirmed} or {@code none}
 */
@ForRules
public record CapacityOutcome(String outcome) {

    private static final Set<String> KNOWN = Set.of("supported", "at_least", "unconfirmed", "none");

    public CapacityOutcome {
        if (!KNOWN.contains(outcome)) {
            throw new IllegalArgumentException("No outcome of a step-load test: " + outcome);
        }
    }

    /** No step counts as supported. */
    public static final String NONE = "none";
}
