package dev.shipgate.context;

import dev.shipgate.number.Range;
import dev.shipgate.number.Within;
import dev.shipgate.policy.ForRules;

/**
 * The fact of the highest capacity among the last releases of this service and environment that shipped.
 *
 * @param maxSupportedConcurrency the highest concurrency that one of them supported, or at least supported, 1 or more
 * @param releases how many of the remembered releases had a capacity, 1 or more
 */
@ForRules
public record BestShippedCapacity(
        @Within(Range.NOT_NEGATIVE) long maxSupportedConcurrency, int releases) {}
