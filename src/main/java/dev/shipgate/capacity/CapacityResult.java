package dev.shipgate.capacity;

import dev.shipgate.number.Range;
import dev.shipgate.number.Within;
import dev.shipgate.policy.ForRules;
import dev.shipgate.policy.OneOf;
import org.jspecify.annotations.Nullable;

/**
 * The fact that holds the result of the capacity evaluation, for the rules of readiness.
 *
 * @param outcome the outcome that a {@link CapacityOutcome} says
 * @param confirmed whether the supported capacity is sure enough to rely on
 * @param maxSupportedConcurrency requests in flight at once; null when no step counts as supported
 * @param requiredConcurrency the concurrency that the caller requires; null when nothing is required
 */
@ForRules
public record CapacityResult(
        @OneOf({"supported", "at_least", "unconfirmed", "none"})
        String outcome,

        boolean confirmed,
        @Within(Range.AT_LEAST_ONE) @Nullable Long maxSupportedConcurrency,
        @Within(Range.AT_LEAST_ONE) @Nullable Long requiredConcurrency) {}
