package dev.shipgate.policy.lint.read;

/** Codes of diagnostics that several checks have in common. Scripts rely on them. */
public final class SlipCodes {

    /** Nothing comes of a rule. */
    public static final String NO_EFFECT = "no-effect";

    /** A whole number begins with 0. */
    public static final String OCTAL = "octal";

    /** Nothing has a name that is written in a condition. */
    public static final String NO_SUCH_NAME = "no-such-name";

    /** No fact has such a value. */
    public static final String NO_SUCH_VALUE = "no-such-value";

    /** Two rules have one name, or two functions. */
    public static final String SAME_NAME = "same-name";

    /** The rules could not be looked through for something. */
    public static final String NOT_CHECKED = "not-checked";

    private SlipCodes() {}
}
