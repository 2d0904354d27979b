package dev.shipgate.context;

import dev.shipgate.number.Range;
import dev.shipgate.number.Within;
import dev.shipgate.policy.ForRules;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The fact of the capacity of the newest release of this service and environment that shipped with one.
 *
 * @param version the version that shipped; null when its caller did not say
 * @param maxSupportedConcurrency the concurrency that it supported, or at least supported, 1 or more
 * @param decisionId the decision by which it shipped
 * @param shippedAt when somebody said so, to the millisecond
 */
@ForRules
public record ShippedCapacity(
        @Nullable String version,
        @Within(Range.NOT_NEGATIVE) long maxSupportedConcurrency,
        UUID decisionId,
        Instant shippedAt) {

    public ShippedCapacity {
        Objects.requireNonNull(decisionId, "decision of a shipped capacity");
        Objects.requireNonNull(shippedAt, "time of a shipped capacity");
    }

    /** The same with each text of callers replaced. */
    ShippedCapacity withTexts(UnaryOperator<@Nullable String> replacement) {
        return new ShippedCapacity(replacement.apply(version), maxSupportedConcurrency, decisionId, shippedAt);
    }
}
