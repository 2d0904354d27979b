package dev.shipgate.policytest;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import dev.shipgate.policytest.PolicyTestReport.Difference;
import java.util.ArrayList;
import java.util.List;

/** Compares an answer with the part of it that a case expects. */
final class Differences {

    private static final int MAX_SHOWN = 1_000;

    private final List<Difference> found = new ArrayList<>();

    /** What differs: of an object only what is expected of it, of an array everything. */
    static List<Difference> between(JsonNode expected, JsonNode actual) {
        Differences differences = new Differences();
        differences.compare(JsonPointer.empty(), expected, actual);
        return differences.found;
    }

    private void compare(JsonPointer at, JsonNode expected, JsonNode actual) {
        if (expected.isObject() && actual.isObject()) {
            expected.properties()
                    .forEach(field ->
                            compare(at.appendProperty(field.getKey()), field.getValue(), actual.path(field.getKey())));
        } else if (expected.isArray() && actual.isArray() && expected.size() == actual.size()) {
            for (int i = 0; i < expected.size(); i++) {
                compare(at.appendIndex(i), expected.get(i), actual.get(i));
            }
        } else if (!isSame(expected, actual)) {
            found.add(new Difference(at.toString(), shown(expected), shown(actual)));
        }
    }

    private static boolean isSame(JsonNode expected, JsonNode actual) {
        if (expected.isNumber() && actual.isNumber()) {
            return expected.decimalValue().compareTo(actual.decimalValue()) == 0;
        }
        return expected.equals(actual);
    }

    private static String shown(JsonNode value) {
        if (value.isMissingNode()) {
            return "no such field";
        }
        String text = value.toString();
        return text.length() <= MAX_SHOWN ? text : text.substring(0, MAX_SHOWN) + "...";
    }
}
