package dev.shipgate.console.chart;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Values of any JSON. One that is not as it should be is missing: records of earlier versions are drawn as well. */
final class JsonValue {

    /** Beyond, a binary number is not sure to be the whole number that was sent. */
    private static final double LARGEST_EXACT = 1L << 53;

    private JsonValue() {}

    /** A finite number from 0 on. */
    static @Nullable Double notNegative(JsonNode object, String field) {
        return Measured.notNegative(number(object.path(field)));
    }

    /** A number from 0 to 1. */
    static @Nullable Double rate(JsonNode object, String field) {
        return Measured.rate(number(object.path(field)));
    }

    private static @Nullable Double number(JsonNode value) {
        return value.isNumber() ? value.doubleValue() : null;
    }

    /** A whole number, which may be written with a fraction of zero. */
    static @Nullable Long whole(JsonNode value) {
        if (value.isIntegralNumber()) {
            return value.canConvertToLong() ? value.longValue() : null;
        }
        double number = value.isNumber() ? value.doubleValue() : Double.NaN;
        return number == Math.rint(number) && Math.abs(number) <= LARGEST_EXACT ? (long) number : null;
    }

    /** A whole number from 0 on. */
    static @Nullable Long count(JsonNode object, String field) {
        return Measured.count(whole(object.path(field)));
    }

    /** A text; the empty one when it is missing. */
    static String text(JsonNode object, String field) {
        JsonNode value = object.path(field);
        return value.isTextual() ? value.textValue() : "";
    }

    /** The elements of an array; none when it is no array. */
    static List<JsonNode> elements(JsonNode object, String field) {
        JsonNode array = object.path(field);
        List<JsonNode> elements = new ArrayList<>();
        if (array.isArray()) {
            array.forEach(elements::add);
        }
        return elements;
    }
}
