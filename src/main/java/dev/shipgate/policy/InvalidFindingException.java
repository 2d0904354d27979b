package dev.shipgate.policy;

/** A rule made a finding that cannot be true. The message is a sentence for people. */
public final class InvalidFindingException extends IllegalArgumentException {

    private static final long serialVersionUID = 1;

    public InvalidFindingException(String message) {
        super(message);
    }
}
