package dev.shipgate.loadgate;

import dev.shipgate.decision.Limit;
import dev.shipgate.number.Range;
import dev.shipgate.number.Within;
import dev.shipgate.policy.ForRules;
import dev.shipgate.policy.InvalidFindingException;
import dev.shipgate.policy.OneOf;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The fact of a latency that is only known within bounds, beside its limit. Bounds that a caller sends in the wrong
 * order stay so: the rules on either bound then contradict each other, which blocks.
 *
 * @param route the name of the route
 * @param atLeast the lower bound of the 95th percentile, in milliseconds, 0 or more; null when it is not known
 * @param atMost the upper bound, in milliseconds, 0 or more; null when it is not known
 * @param limit the highest 95th percentile, in milliseconds, 0 or more
 * @param source the source of the limit, {@code policy} or {@code caller}
 */
@ForRules
public record BoundedLatency(
        String route,
        @Within(Range.NOT_NEGATIVE) @Nullable Double atLeast,
        @Within(Range.NOT_NEGATIVE) @Nullable Double atMost,
        @Within(Range.NOT_NEGATIVE) double limit,
        @OneOf({Limit.POLICY, Limit.CALLER}) String source) {

    /**
     * Makes the fact of one bound or both.
     *
     * @throws InvalidFindingException when there is no bound
     * @throws dev.shipgate.number.OutOfRangeException when a number is not in its range
     */
    public BoundedLatency {
        Objects.requireNonNull(route, "route of a bounded latency");
        Objects.requireNonNull(source, "source of a bounded latency");
        if (atLeast == null && atMost == null) {
            throw new InvalidFindingException("A BoundedLatency (route " + route + ") must have a bound.");
        }
        atLeast = atLeast == null ? null : Range.NOT_NEGATIVE.require(atLeast, "lower bound of a latency");
        atMost = atMost == null ? null : Range.NOT_NEGATIVE.require(atMost, "upper bound of a latency");
        limit = Range.NOT_NEGATIVE.require(limit, "limit of a bounded latency");
    }
}
