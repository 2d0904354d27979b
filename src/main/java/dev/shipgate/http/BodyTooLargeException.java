package dev.shipgate.http;

/** A body that is larger than the service takes. */
final class BodyTooLargeException extends RuntimeException {

    private static final long serialVersionUID = 1;

    BodyTooLargeException(long maxBytes) {
        super("The body is larger than " + maxBytes
                + " bytes. Maybe send fewer routes, points or steps; or raise SHIPGATE_HTTP_MAX_BODY_SIZE.");
    }
}
