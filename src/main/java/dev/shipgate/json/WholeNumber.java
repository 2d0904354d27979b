package dev.shipgate.json;

import org.jspecify.annotations.Nullable;

/** Whole numbers among the values of a body. As in JSON Schema, {@code 100.0} is one. */
final class WholeNumber {

    /** From here on a double may stand for another whole number than the one that was written. */
    private static final long MAX_EXACT = 1L << 53;

    private WholeNumber() {}

    /** The value as a whole number; null when it is none, or not exactly known. */
    static @Nullable Long of(Object value) {
        if (value instanceof Double number && number == Math.rint(number) && Math.abs(number) < MAX_EXACT) {
            return number.longValue();
        }
        return value instanceof Long integer ? integer : null;
    }

    /** How large it may be, for the message about a value that is wrong. */
    static String upTo(Object value) {
        return value instanceof Double number && number >= MAX_EXACT
                ? " to " + Long.MAX_VALUE + ", and above " + (MAX_EXACT - 1) + " without a point or an exponent"
                : " or more";
    }
}
