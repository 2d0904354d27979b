package dev.shipgate.policy.live;

/** Rules cannot be changed in the way that was asked for, as things stand. */
public final class RulesConflictException extends Exception {

    private static final long serialVersionUID = 1;

    RulesConflictException(String message) {
        super(message);
    }
}
