package dev.shipgate.policy;

/** A rule found what cannot be. The message is a sentence for people. */
public final class InvalidFindingException extends IllegalArgumentException {

    private static final long serialVersionUID = 1;

    public InvalidFindingException(String message) {
        super(message);
    }
}
