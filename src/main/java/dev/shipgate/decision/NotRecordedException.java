package dev.shipgate.decision;

/** A decision that could not be recorded, and so is none. */
public final class NotRecordedException extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** @param message why, in words for the caller: no paths and no addresses */
    public NotRecordedException(String message) {
        // Without a stack trace: it is a caller's answer, and the log has the cause once.
        super(message, null, false, false);
    }
}
