package dev.shipgate.context;

import dev.shipgate.policy.ForRules;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The finding that the policy lets somebody waive a reason. Rules write it as {@code insert(new Waivable("latency"))},
 * and in {@code rules/readiness} as {@code insert(new Waivable("capacity", "capacity_below_required"))}. What no rule
 * says this of cannot be waived.
 *
 * @param part the part of a release's readiness whose blocker it is; null for a failure of the load gate
 * @param reason the reason of the failure or the blocker
 */
@ForRules
public record Waivable(@Nullable String part, String reason) {

    public Waivable {
        Objects.requireNonNull(reason, "reason of a waivable");
    }

    /** A reason of the load gate's failures. */
    public Waivable(String reason) {
        this(null, reason);
    }
}
