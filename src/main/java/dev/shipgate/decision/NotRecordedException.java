package dev.shipgate.decision;

/** The store cannot be written or read now, so there is no decision, no waiver and no mark. */
public final class NotRecordedException extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** @param message why, in words for the caller: no paths and no addresses */
    public NotRecordedException(String message) {
        // Without a stack trace: it is a caller's answer, and the log has the cause once.
        super(message, null, false, false);
    }
}
