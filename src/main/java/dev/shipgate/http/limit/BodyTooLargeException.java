package dev.shipgate.http.limit;

/** A body that is larger than the service takes. */
public final class BodyTooLargeException extends RuntimeException {

    private static final long serialVersionUID = 1;

    public BodyTooLargeException(long maxBytes) {
        this("The body is larger than " + maxBytes
                + " bytes. Maybe send fewer routes, points or steps; or raise SHIPGATE_HTTP_MAX_BODY_SIZE.");
    }

    private BodyTooLargeException(String message) {
        super(message);
    }

    /** Of a body that is small enough to be read, and not to be answered. */
    static BodyTooLargeException forMemory() {
        return new BodyTooLargeException(
                "To answer this takes more memory than the service has. Maybe send fewer routes, "
                        + "points or steps; or give the service a larger heap (-Xmx).");
    }
}
