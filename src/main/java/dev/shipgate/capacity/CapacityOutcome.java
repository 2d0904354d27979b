package dev.shipgate.capacity;

import dev.shipgate.policy.ForRules;
import dev.shipgate.policy.OneOf;
import java.util.Set;

/**
 * The finding of how sure the supported capacity is.
 *
 * @param outcome {@code supported}, {@code at_least}, {@code unconfirmed} or {@code none}
 */
@ForRules
public record CapacityOutcome(
        @OneOf({"supported", "at_least", "unconfirmed", "none"})
        String outcome) {

    /** No step counts as supported. */
    public static final String NONE = "none";

    /** A step passed before the service broke. */
    public static final String SUPPORTED = "supported";

    /** The service never broke: a lower bound. */
    public static final String AT_LEAST = "at_least";

    /** Only the last steps fail, too few to call it a break. */
    public static final String UNCONFIRMED = "unconfirmed";

    private static final Set<String> KNOWN = Set.of(SUPPORTED, AT_LEAST, UNCONFIRMED, NONE);

    /** Whether this outcome can be relied on: the others never pass, whatever the rules say. */
    static boolean isSure(String outcome) {
        return outcome.equals(SUPPORTED) || outcome.equals(AT_LEAST);
    }

    public CapacityOutcome {
        if (!KNOWN.contains(outcome)) {
            throw new IllegalArgumentException("No outcome of a step-load test: " + outcome);
        }
    }
}
