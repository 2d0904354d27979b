package dev.shipgate.waivers;

import dev.shipgate.context.Waiver;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A waiver, and what became of it.
 *
 * @param waiver as it was granted
 * @param revocation null while nobody has revoked it
 * @param firstUsedAt when a decision first passed by it; null while none has
 * @param ended whether the records say that it has ended, which holds whatever a clock says later
 */
public record GrantedWaiver(
        Waiver waiver,
        @Nullable Revocation revocation,
        @Nullable Instant firstUsedAt,
        boolean ended) {

    /**
     * Why a waiver counts no more.
     *
     * @param by the name of who revoked it
     * @param message why, in words for people
     */
    public record Revocation(Instant at, String by, String message) {}

    /** Whether a waiver counts. */
    public enum State {
        VALID,
        EXPIRED,
        REVOKED;

        /** Its name in answers and queries. */
        public String lowerCase() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Its state at an instant. */
    public State stateAt(Instant at) {
        if (revocation != null) {
            return State.REVOKED;
        }
        return ended || !at.isBefore(waiver.until()) ? State.EXPIRED : State.VALID;
    }
}
