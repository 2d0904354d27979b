package dev.shipgate.policy.confinement.calls;

import dev.shipgate.policy.confinement.Replaces;
import dev.shipgate.policy.confinement.limits.EvaluationAllowance;
import org.jspecify.annotations.Nullable;

/**
 * The messages of exceptions, as rules read them. Exceptions of the virtual machine name generated
 * classes and their loaders, or say nothing once the code is compiled that throws them: here they always say the same.
 */
@SuppressWarnings("NullAway") // As lenient with nulls as the method that it stands for.
public final class Messages {

    private static final String BY_ZERO = "/ by zero";

    /** More than the platform makes of one. */
    private static final int MAX_CAUSES = 4;

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

    /** The message of an exception that is made of its cause alone. */
    public static @Nullable String ofCause(@Nullable Throwable cause) {
        return cause == null ? null : Texts.made(words(cause));
    }

    /**
     * Throws an error once more. An evaluation ends when its time, memory or stack is used up: the place where that
     * happens depends on the machine, and so would everything that a rule does after it.
     */
    public static void requireException(Throwable caught) {
        Throwable thrown = caught;
        for (int i = 0; i < MAX_CAUSES && thrown != null; i++) {
            if (thrown instanceof Error error) {
                throw error;
            }
            thrown = thrown.getCause();
        }
    }

    /**
     * Takes the memory of an exception that is caught. In its message the platform quotes a text that it cannot read,
     * however long the text is.
     */
    public static void takeCaught(Throwable caught) {
        EvaluationAllowance.takeException();
        Throwable thrown = caught;
        for (int i = 0; i < MAX_CAUSES && thrown != null; i++) {
            String message = getMessage(thrown);
            EvaluationAllowance.takeWritten(message == null ? 0 : message.length());
            thrown = thrown.getCause();
        }
    }

    /** An exception in words. */
    static String words(Throwable thrown) {
        String message = getMessage(thrown);
        return thrown.getClass().getName() + (message == null ? "" : ": " + message);
    }
}
