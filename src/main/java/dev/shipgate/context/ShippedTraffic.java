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
 * The fact of the traffic of the newest release of this service and environment that shipped with some.
 *
 * @param version the version that shipped; null when its caller did not say
 * @param attemptRatio all service attempts over all user turns of its points, 0 or more
 * @param dependencyErrorRate the mean over its points of the part of requests to the dependency that failed, 0 to 1
 * @param decisionId the decision by which it shipped
 * @param shippedAt when somebody said so, to the millisecond
 */
@ForRules
public record ShippedTraffic(
        @Nullable String version,
        @Within(Range.NOT_NEGATIVE) double attemptRatio,
        @Within(Range.RATIO) double dependencyErrorRate,
        UUID decisionId,
        Instant shippedAt) {

    public ShippedTraffic {
        Objects.requireNonNull(decisionId, "decision of a shipped traffic");
        Objects.requireNonNull(shippedAt, "time of a shipped traffic");
    }

    /** The same with each text of callers replaced. */
    ShippedTraffic withTexts(UnaryOperator<@Nullable String> replacement) {
        return new ShippedTraffic(replacement.apply(version), attemptRatio, dependencyErrorRate, decisionId, shippedAt);
    }
}
