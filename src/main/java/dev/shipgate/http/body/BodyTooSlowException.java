package dev.shipgate.http.body;

import java.time.Duration;

/** A body that takes longer to come than the service waits. */
public final class BodyTooSlowException extends RuntimeException {

    private static final long serialVersionUID = 1;

    BodyTooSlowException(Duration timeout) {
        super("The body was not there after " + timeout.toMillis()
                + " ms. Maybe the connection is slow; or raise SHIPGATE_HTTP_BODY_TIMEOUT.");
    }
}
