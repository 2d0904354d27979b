package dev.shipgate.decision;

/** An idempotency key that already stands for another request. */
public final class IdempotencyKeyReusedException extends RuntimeException {

    private static final long serialVersionUID = 1;

    public IdempotencyKeyReusedException(String key) {
        super("The Idempotency-Key \"" + key
                + "\" was used before for another request. Maybe parallel jobs share it, and each needs a key of its own?"
                + " Or send the same body to the same path.");
    }
}
