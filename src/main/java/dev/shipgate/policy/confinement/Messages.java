package dev.shipgate.policy.confinement;

import org.jspecify.annotations.Nullable;

/**
 * What exceptions say to rules. Those that the virtual machine throws name generated classes and their loaders, or
 * say nothing once the code is compiled that throws them: here they always say the same.
 */
@SuppressWarnings("NullAway") // As lenient with nulls as what it stands for.
public final class Messages {

    private static final String BY_ZERO = "/ by zero";

    private Messages() {}

    @Replaces(Throwable.class)
    public static @Nullable String getMessage(Throwable thrown) {
        if (thrown instanceof NullPointerException) {
            return "A value is missing: it is null.";
        }
        if (thrown instanceof ClassCastException) {
            return "A value is of another type.";
        }
        if (thrown instanceof ArrayStoreException) {
            return "An array cannot hold a value of this type.";
        }
        if (thrown instanceof IndexOutOfBoundsException) {
            return "There is no element at this place.";
        }
        String message = thrown.getMessage();
        return message == null && thrown.getClass() == ArithmeticException.class ? BY_ZERO : message;
    }

    /** An exception in words. */
    static String words(Throwable thrown) {
        String message = getMessage(thrown);
        return thrown.getClass().getName() + (message == null ? "" : ": " + message);
    }
}
