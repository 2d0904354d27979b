package dev.shipgate.policy;

import dev.shipgate.number.OutOfRangeException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The reason why something in a rule threw, in words. The message of the platform's own exceptions is left out: it
 * names the code that the compiler made of the rule, and is not said any more when the same exception is thrown often.
 */
public final class FailureCause {

    /** The beginning of the platform's own messages about null, a division by zero and classes. */
    private static final Pattern OF_THE_PLATFORM = Pattern.compile("(?:Cannot |class |/ by zero).*", Pattern.DOTALL);

    /** Where an object lies in memory. */
    private static final Pattern IDENTITY = Pattern.compile("@[0-9a-f]{4,}\\b");

    private FailureCause() {}

    /** The words for the innermost cause. */
    public static String of(Throwable thrown) {
        Throwable innermost = innermost(thrown);
        String said = said(innermost);
        if (said.isEmpty() || isSaidBetter(innermost)) {
            return withoutValues(innermost);
        }
        if (innermost instanceof NullPointerException) {
            return "This is null: " + said + ".";
        }
        return innermost instanceof NumberFormatException ? withoutValues(innermost) + " " + said : said;
    }

    /** The same without the message of the exception, which may quote a value of the request. */
    static String withoutValues(@Nullable Throwable thrown) {
        Throwable innermost = innermost(thrown);
        if (innermost instanceof AllowanceUsedError end) {
            return end.used() == AllowanceUsedError.Of.TIME
                    ? "It was at work when the time was used up."
                    : "It was at work when the memory was used up.";
        }
        if (innermost instanceof NullPointerException) {
            return "A value is null.";
        }
        if (innermost instanceof ArithmeticException && said(innermost).isEmpty()) {
            return "A whole number is divided by zero.";
        }
        return kind(innermost);
    }

    private static String kind(@Nullable Throwable thrown) {
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
            return "A text is no number.";
        }
        if (thrown instanceof OutOfRangeException) {
            return "A number is out of its range.";
        }
        if (thrown instanceof InvalidFindingException) {
            return "A finding cannot be true.";
        }
        return said(thrown).isEmpty()
                ? "It threw an exception that says nothing."
                : "It threw an exception; the record has its words.";
    }

    private static boolean isSaidBetter(@Nullable Throwable thrown) {
        return thrown instanceof AllowanceUsedError
                || thrown instanceof ClassCastException
                || thrown instanceof IndexOutOfBoundsException
                || thrown instanceof StackOverflowError;
    }

    private static @Nullable Throwable innermost(@Nullable Throwable thrown) {
        Throwable innermost = thrown;
        for (Throwable cause : Causes.of(thrown)) {
            innermost = cause;
        }
        return innermost;
    }

    private static String said(@Nullable Throwable thrown) {
        if (thrown == null) {
            return "";
        }
        String message = thrown.getMessage();
        return message == null || isOfThePlatform(thrown, message)
                ? ""
                : IDENTITY.matcher(message).replaceAll("");
    }

    /** An exception that a rule throws itself may begin in the same way. */
    private static boolean isOfThePlatform(Throwable thrown, String message) {
        return (thrown instanceof NullPointerException
                        || thrown instanceof ArithmeticException
                        || thrown instanceof LinkageError)
                && OF_THE_PLATFORM.matcher(message).matches();
    }
}
