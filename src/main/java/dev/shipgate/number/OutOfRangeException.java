package dev.shipgate.number;

/** A number that its place does not take. The message is a sentence for people. */
public final class OutOfRangeException extends IllegalArgumentException {

    private static final long serialVersionUID = 1;

    OutOfRangeException(String message) {
        super(message);
    }
}
