package dev.shipgate.decision;

import java.util.Optional;

/**
 * The turn of one submission in the log, from before it is read until it is recorded. Of two submissions with one
 * idempotency key the second has its turn when the first is closed. To be closed by the thread that began it.
 */
public interface Turn extends AutoCloseable {

    /** The answer that was recorded when the same submission was decided before under its idempotency key. */
    Optional<Answered> decidedBefore();

    /**
     * Records the decision of this submission. Returns when it is on disk.
     *
     * @return the answer to give: the decision's own, or that of another replica which decided the same submission
     *     at the same time
     * @throws NotRecordedException when it could not be made sure of
     */
    Answered record(Decision decision);

    @Override
    void close();
}
