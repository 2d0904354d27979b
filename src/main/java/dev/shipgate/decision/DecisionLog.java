package dev.shipgate.decision;

import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/** Keeps decisions for good. What it cannot keep is not answered. */
public interface DecisionLog {

    /** Decides and records one submission. */
    interface Work extends Supplier<Answered> {}

    /** The highest id of a decision that was there when the log was last opened; empty when there was none. */
    Optional<UUID> highestId();

    /**
     * Runs the work, or gives what was recorded when the same submission was decided before under its
     * idempotency key. Of two at the same time one is decided, and the other waits for it.
     *
     * @throws NotRecordedException when nothing can be recorded now
     * @throws IdempotencyKeyReusedException when the key stands for another request
     */
    Answered once(String kind, Submission submission, Work work);

    /**
     * Returns when the decision is on disk.
     *
     * @return what to answer: the decision's own answer, or that of another replica which decided the same
     *     submission at the same time
     * @throws NotRecordedException when it could not be made sure of
     */
    Answered record(Decision decision, Submission submission);
}
