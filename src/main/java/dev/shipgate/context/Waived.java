package dev.shipgate.context;

import dev.shipgate.policy.ForRules;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The finding that a waiver covers a failure of the load gate, or a blocker of a release's readiness. The failure stays
 * in the answer, with the waiver beside it, and does not hold the release back. Rules write it as
 * {@code insert(new Waived($waiver, $route, "latency"))}, and in {@code rules/readiness} as
 * {@code insert(Waived.blocker($waiver, $part, $reason))}. A waiver that the service did not give to the rules, or that
 * is for something else, is an error of the rules.
 *
 * @param waiver the waiver, as the service gave it
 * @param route the route of the failure; null when it is about no single route, and for a blocker
 * @param part the part of the blocker; null for a failure of the load gate
 * @param reason the reason of the failure or the blocker
 */
@ForRules
public record Waived(
        Waiver waiver, @Nullable String route, @Nullable String part, String reason) {

    public Waived {
        Objects.requireNonNull(waiver, "waiver of something waived");
        Objects.requireNonNull(reason, "reason of something waived");
    }

    /** A failure of the load gate. */
    public Waived(Waiver waiver, @Nullable String route, String reason) {
        this(waiver, route, null, reason);
    }

    /** A blocker of a release's readiness. */
    public static Waived blocker(Waiver waiver, String part, String reason) {
        Objects.requireNonNull(part, "part of a waived blocker");
        return new Waived(waiver, null, part, reason);
    }

    /** Whether its waiver is for what it says. */
    public boolean isCovered() {
        return part == null ? waiver.isForFailure(route, reason) : waiver.isForBlocker(part, reason);
    }
}
