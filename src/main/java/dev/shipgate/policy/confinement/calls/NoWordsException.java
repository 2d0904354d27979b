package dev.shipgate.policy.confinement.calls;

/** Something was to become a text that has no words of its own. */
public final class NoWordsException extends IllegalArgumentException {

    private static final long serialVersionUID = 1;

    NoWordsException() {
        super("A rule puts something into a text that has no words of its own, such as an array or a function.");
    }
}
