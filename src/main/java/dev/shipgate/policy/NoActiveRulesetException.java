package dev.shipgate.policy;

/** No valid ruleset has been loaded yet, so nothing can be decided. */
public final class NoActiveRulesetException extends RuntimeException {

    private static final long serialVersionUID = 1;

    public NoActiveRulesetException() {
        super("No valid ruleset is active, so nothing can be decided.");
    }
}
