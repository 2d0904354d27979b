package dev.shipgate.http.limit;

/** A request that is to be sent again later, since as many others run already, or hold memory, as may at a time. */
public final class TooManyRequestsException extends RuntimeException {

    private static final long serialVersionUID = 1;

    public TooManyRequestsException(String message) {
        super(message);
    }
}
