package dev.shipgate.capacity;

/**
 * The finding of how sure the supported capacity is.
 *
 * @param outcome {@code supported}, {@code at_least}, {@code unconfirmed} or {@code none}
 */
public record CapacityOutcome(String outcome) {

    /** No step counts as supported. */
    public static final String NONE = "none";
}
