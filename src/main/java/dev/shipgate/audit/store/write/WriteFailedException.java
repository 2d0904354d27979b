package dev.shipgate.audit.store.write;

/** A record that was not written, or of which that is not known. */
public final class WriteFailedException extends Exception {

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

    private WriteFailedException(Refusal refusal, String message) {
        super(message);
        this.refusal = refusal;
    }

    static WriteFailedException unavailable() {
        return new WriteFailedException(
                Refusal.UNAVAILABLE,
                "The audit store cannot be written now, and what is not recorded is not answered.");
    }

    static WriteFailedException queueFull() {
        return new WriteFailedException(Refusal.QUEUE_FULL, "More decisions wait to be recorded than may wait.");
    }

    static WriteFailedException timeout(long millis) {
        return new WriteFailedException(
                Refusal.TIMEOUT, "The audit store did not record the decision within " + millis + " ms.");
    }

    public Refusal refusal() {
        return refusal;
    }
}
