package dev.shipgate.ingest.k6;

import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** Statuses of HTTP as k6 has them as tags: 0 for a request without a response. */
final class Status {

    static final String TAG = "status";

    private static final int FIRST_OF_FAILURE = 400;

    private Status() {}

    /** Empty when the tag is not there, or no number. */
    static OptionalInt code(@Nullable String tag) {
        try {
            return OptionalInt.of(Integer.parseInt(String.valueOf(tag)));
        } catch (NumberFormatException e) {
            return OptionalInt.empty();
        }
    }

    static boolean isOfFailure(@Nullable String tag) {
        OptionalInt code = code(tag);
        return code.isPresent() && (code.getAsInt() == 0 || code.getAsInt() >= FIRST_OF_FAILURE);
    }
}
