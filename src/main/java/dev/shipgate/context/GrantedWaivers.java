package dev.shipgate.context;

import java.time.Instant;
import java.util.List;

/** The waivers that somebody granted. */
public interface GrantedWaivers {

    /**
     * Those of a service that have neither ended nor been revoked, in the order in which they were granted. A waiver
     * that was granted or revoked elsewhere shows within a second. When they cannot be read, this throws: whether a
     * release may ship is then not known.
     *
     * @param at the time of an evaluation
     */
    List<Waiver> validAt(String service, Instant at);
}
