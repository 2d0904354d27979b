package dev.shipgate.context;

import dev.shipgate.policy.ForRules;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The fact of an exception that somebody granted for this release and that has not ended. By itself it lifts nothing: a
 * rule turns it into a {@link Waived} where the policy says that the reason can be waived. In rules:
 * {@code $waiver : Waiver(reason == "latency", route == null || route == $route)}.
 *
 * @param waiverId by which it is found and revoked (UUID version 7)
 * @param service the service that it is for
 * @param environment the environment that it is for; null for any
 * @param version the version that it is for; null for any
 * @param route the route that it is for; null for any
 * @param part the part of a release's readiness whose blocker it is for; null for a failure of the load gate
 * @param reason the reason of the failure or the blocker that it is for
 * @param until when it ends, to the millisecond: from this instant on it lifts nothing
 * @param justification why, in words for people
 * @param ticket where it was agreed on; null when nobody said
 * @param grantedBy the name of who granted it
 * @param grantedAt when, to the millisecond
 */
@ForRules
public record Waiver(
        UUID waiverId,
        String service,
        @Nullable String environment,
        @Nullable String version,
        @Nullable String route,
        @Nullable String part,
        String reason,
        Instant until,
        String justification,
        @Nullable String ticket,
        String grantedBy,
        Instant grantedAt) {

    public Waiver {
        Objects.requireNonNull(waiverId, "id of a waiver");
        Objects.requireNonNull(service, "service of a waiver");
        Objects.requireNonNull(reason, "reason of a waiver");
        Objects.requireNonNull(until, "end of a waiver");
        Objects.requireNonNull(justification, "justification of a waiver");
        Objects.requireNonNull(grantedBy, "grantor of a waiver");
        Objects.requireNonNull(grantedAt, "grant of a waiver");
    }

    /** The same with each text of people and callers replaced. */
    Waiver withTexts(UnaryOperator<@Nullable String> replacement) {
        return new Waiver(
                waiverId,
                String.valueOf(replacement.apply(service)),
                replacement.apply(environment),
                replacement.apply(version),
                replacement.apply(route),
                part,
                reason,
                until,
                String.valueOf(replacement.apply(justification)),
                replacement.apply(ticket),
                grantedBy,
                grantedAt);
    }
}
