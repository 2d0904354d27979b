package dev.shipgate.report;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shipgate.number.Numbers;
import java.util.ArrayList;
import java.util.List;

/** Values of an answer as text. What is not there, or is null, is the empty text. */
final class JsonText {

    /** Outside of these, numbers are easier to read with an exponent. */
    private static final double SMALLEST_PLAIN = 1e-6;

    private static final double LARGEST_PLAIN = 1e15;

    private JsonText() {}

    static String of(JsonNode object, String field) {
        return of(object.path(field));
    }

    static String of(JsonNode value) {
        if (value.isMissingNode() || value.isNull()) {
            return "";
        }
        if (value.isFloatingPointNumber() && isPlain(value.doubleValue())) {
            return Numbers.plain(value.doubleValue());
        }
        return value.isContainerNode() ? value.toString() : value.asText();
    }

    private static boolean isPlain(double number) {
        double size = Math.abs(number);
        return number == 0 || (size >= SMALLEST_PLAIN && size < LARGEST_PLAIN);
    }

    /** A part of 1 in percent: {@code -12.5 %}. */
    static String percent(JsonNode ratio) {
        double percent = ratio.doubleValue() * 100;
        return ratio.isNumber() && Double.isFinite(percent) && Math.abs(percent) < LARGEST_PLAIN
                ? Numbers.plain(Numbers.round(percent, 1)) + " %"
                : "";
    }

    /** The elements of an array; none if it is no array. */
    static List<JsonNode> elements(JsonNode array) {
        List<JsonNode> elements = new ArrayList<>();
        if (array.isArray()) {
            array.forEach(elements::add);
        }
        return elements;
    }

    static String joined(JsonNode array) {
        return String.join(", ", elements(array).stream().map(JsonText::of).toList());
    }
}
