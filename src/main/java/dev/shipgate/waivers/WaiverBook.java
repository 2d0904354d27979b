package dev.shipgate.waivers;

import dev.shipgate.context.GrantedWaivers;
import dev.shipgate.context.Waiver;
import dev.shipgate.decision.NotRecordedException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Keeps waivers, and what became of them. */
public interface WaiverBook extends GrantedWaivers {

    /**
     * Grants a waiver. Returns when it is on disk; from then on it counts here, and within a second elsewhere.
     *
     * @throws NotRecordedException when it could not be made sure of
     */
    void grant(Waiver waiver);

    /**
     * Revokes a waiver. Returns when that is on disk; from then on it counts no more here, and within a second
     * elsewhere.
     *
     * @return false when it had ended or been revoked before
     * @throws NotRecordedException when it could not be made sure of
     */
    boolean revoke(UUID waiver, String caller, String message, Instant at);

    /** How many waivers of a service are valid at an instant. */
    int countValid(String service, Instant at);

    Optional<GrantedWaiver> find(UUID waiver);

    /** Those that fit a filter, newest first. */
    List<GrantedWaiver> newest(WaiverFilter filter, Instant now, int limit);

    /** The newest decisions that pass by a waiver. */
    List<WaiverUse> uses(UUID waiver, int limit);
}
