package dev.shipgate.http.limit;

/** A request that is to be sent again later, since it asks for much work of a kind that is being done already. */
public final class TooManyRequestsException extends RuntimeException {

    private static final long serialVersionUID = 1;

    public TooManyRequestsException(String message) {
        super(message);
    }
}
