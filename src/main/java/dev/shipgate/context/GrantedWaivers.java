package dev.shipgate.context;

import java.time.Instant;
import java.util.List;

/** The waivers that somebody granted. */
public interface GrantedWaivers {

    /**
     * Those that have neither ended nor been revoked, of all services, in the order in which they were granted. A waiver
     * that was granted or revoked elsewhere shows within a second.
     *
     * @param at the time of an evaluation
     * @throws WaiversUnknownException when they cannot be read now
     */
    List<Waiver> validAt(Instant at);

    /** Which waivers there are cannot be found out now. Whether a release may ship is then not known either. */
    final class WaiversUnknownException extends RuntimeException {

        private static final long serialVersionUID = 1;

        public WaiversUnknownException(Throwable cause) {
            super("The waivers cannot be read now.", cause);
        }
    }
}
