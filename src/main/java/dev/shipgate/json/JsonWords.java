package dev.shipgate.json;

import dev.shipgate.number.Numbers;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Names a value in a message: long texts are cut, and of lists and objects it is said that they are one. */
public final class JsonWords {

    private static final int MAX_QUOTED = 60;

    private JsonWords() {}

    public static String of(@Nullable Object value) {
        if (value instanceof String text) {
            return "the string \"" + shortened(text) + "\"";
        }
        if (value instanceof NonFinite number) {
            return number.text();
        }
        if (value instanceof Double number) {
            return Numbers.exact(number);
        }
        if (value instanceof Map<?, ?>) {
            return "an object";
        }
        if (value instanceof List<?>) {
            return "an array";
        }
        return String.valueOf(value);
    }

    private static String shortened(String text) {
        if (text.length() <= MAX_QUOTED) {
            return text;
        }
        // A pair of surrogates is one character, and is not cut in two.
        int end = Character.isHighSurrogate(text.charAt(MAX_QUOTED - 1)) ? MAX_QUOTED - 1 : MAX_QUOTED;
        return text.substring(0, end) + "...";
    }
}
