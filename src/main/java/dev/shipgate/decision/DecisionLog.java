package dev.shipgate.decision;

import java.util.Optional;
import java.util.UUID;

/** Keeps decisions for good. A decision that it cannot keep is not answered. */
public interface DecisionLog {

    /** The highest id of a decision that was there when the log was last opened; empty when there was none. */
    Optional<UUID> highestId();

    /**
     * Begins the turn of a submission. Waits while another with its idempotency key has its turn.
     *
     * @throws NotRecordedException when nothing can be recorded now
     * @throws IdempotencyKeyReusedException when the key stands for another request
     */
    Turn begin(String kind, Submission submission);
}
