package dev.shipgate.json;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Names a value in a message. */
final class JsonWords {

    private static final int MAX_QUOTED = 60;

    private JsonWords() {}

    static String of(@Nullable Object value) {
        if (value instanceof String text) {
            String quoted = text.length() <= MAX_QUOTED ? text : text.substring(0, MAX_QUOTED) + "...";
            return "the string \"" + quoted + "\"";
        }
        if (value instanceof NonFinite number) {
            return number.text();
        }
        if (value instanceof Map<?, ?>) {
            return "an object";
        }
        if (value instanceof List<?>) {
            return "an array";
        }
        return String.valueOf(value);
    }
}
