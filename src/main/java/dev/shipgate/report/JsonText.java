package dev.shipgate.report;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shipgate.number.Numbers;
import java.util.ArrayList;
import java.util.List;

/** Values of an answer as text. A value that is not there, or is null, is the empty text. */
final class JsonText {

    private JsonText() {}

    static String of(JsonNode object, String field) {
        return of(object.path(field));
    }

    static String of(JsonNode value) {
        if (value.isMissingNode() || value.isNull()) {
            return "";
        }
        if (value.isFloatingPointNumber()) {
            return Numbers.forPeople(value.doubleValue());
        }
        return value.isContainerNode() ? value.toString() : value.asText();
    }

    /** A number beside another one, so that they can be told apart. */
    static String of(JsonNode value, JsonNode beside) {
        return value.isFloatingPointNumber() && beside.isNumber()
                ? Numbers.forPeople(value.doubleValue(), beside.doubleValue())
                : of(value);
    }

    /** A part of 1 in percent: {@code -12.5 %}. */
    static String percent(JsonNode ratio) {
        return ratio.isNumber() ? Numbers.percent(ratio.doubleValue()) : "";
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
