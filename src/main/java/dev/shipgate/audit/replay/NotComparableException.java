package dev.shipgate.audit.replay;

/** Two answers that differ, and are too large to say where. */
final class NotComparableException extends RuntimeException {

    private static final long serialVersionUID = 1;

    NotComparableException(long maxBytes) {
        super("The recorded answer and the one of now differ, and are together larger than the " + maxBytes
                + " bytes within which differences are looked for.");
    }
}
