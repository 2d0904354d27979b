package dev.shipgate.audit.store;

/** A record that was not written, or of which that is not known. */
public final class RefusedException extends Exception {

    private static final long serialVersionUID = 1;

    /** Why. */
    public enum Refusal {
        /** The store cannot be written. */
        UNAVAILABLE,
        /** Too many records wait. */
        QUEUE_FULL,
        /** The store does not answer. */
        TIMEOUT
    }

    private final Refusal refusal;

    private RefusedException(Refusal refusal, String message) {
        super(message);
        this.refusal = refusal;
    }

    static RefusedException unavailable() {
        return new RefusedException(
                Refusal.UNAVAILABLE,
                "The audit store cannot be written now, and what is not recorded is not answered.");
    }

    static RefusedException queueFull() {
        return new RefusedException(Refusal.QUEUE_FULL, "More decisions wait to be recorded than may wait.");
    }

    static RefusedException timeout(long millis) {
        return new RefusedException(
                Refusal.TIMEOUT, "The audit store did not record the decision within " + millis + " ms.");
    }

    public Refusal refusal() {
        return refusal;
    }
}
