package dev.shipgate.releases;

/** A decision that cannot be a measure for later releases: it does not pass, or has no numbers that are known. */
public final class NotMarkableException extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** @param message why, in words for the caller */
    public NotMarkableException(String message) {
        // Without a stack trace: it is a caller's answer.
        super(message, null, false, false);
    }
}
