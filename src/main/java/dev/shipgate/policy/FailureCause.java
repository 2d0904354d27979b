package dev.shipgate.policy;

import java.util.regex.Pattern;

/**
 * Why something in a rule threw, in words. What the platform says of its own exceptions is left out: it names what the
 * compiler made of the rule, and is not said any more when the same exception is thrown often.
 */
final class FailureCause {

    /** How the platform begins what it says of null and of types. */
    private static final Pattern OF_THE_PLATFORM = Pattern.compile("(?:Cannot |class |Index |/ by zero).*");

    /** Where an object lies in memory. */
    private static final Pattern IDENTITY = Pattern.compile("@[0-9a-f]{4,}\\b");

    private FailureCause() {}

    /** The words for the innermost cause. */
    static String of(Throwable thrown) {
        Throwable innermost = thrown;
        for (Throwable cause : Causes.of(thrown)) {
            innermost = cause;
        }
        return words(innermost);
    }

    private static String words(Throwable thrown) {
        String said = said(thrown);
        if (thrown instanceof NullPointerException) {
            return said.isEmpty() ? "A value is null." : "This is null: " + said + ".";
        }
        if (thrown instanceof ArithmeticException && said.isEmpty()) {
            return "A whole number is divided by zero.";
        }
        if (thrown instanceof ClassCastException) {
            return "A value is of another type than it is taken for.";
        }
        if (thrown instanceof IndexOutOfBoundsException) {
            return "A place in a list or a text does not exist.";
        }
        if (thrown instanceof StackOverflowError) {
            return "It calls itself without an end.";
        }
        if (thrown instanceof NumberFormatException) {
            return "A text is no number. " + said;
        }
        return said.isEmpty() ? "It threw an exception that says nothing." : said;
    }

    private static String said(Throwable thrown) {
        String message = thrown.getMessage();
        return message == null || OF_THE_PLATFORM.matcher(message).matches()
                ? ""
                : IDENTITY.matcher(message).replaceAll("");
    }
}
