package dev.shipgate.policytest;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import dev.shipgate.policytest.PolicyTestReport.CaseDifference;
import dev.shipgate.text.NearestName;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Compares an answer with the part of it that a case expects. */
final class Differences {

    private static final int MAX_SHOWN = 1_000;

    /** To look for each element among all others takes time. */
    private static final int MAX_COMPARED = 1_000_000;

    private static final String NOTHING = "nothing";
    private static final String NOT_THERE = "not there";
    private static final String NO_SUCH_FIELD = "no such field";

    private final List<CaseDifference> found = new ArrayList<>();

    /**
     * The differences: of an object only those of the fields that are expected of it, of an array all. Of arrays of
     * different sizes they are the elements that the other one lacks.
     */
    static List<CaseDifference> between(JsonNode expected, JsonNode actual) {
        Differences differences = new Differences();
        differences.compare(JsonPointer.empty(), expected, actual);
        return differences.found;
    }

    private void compare(JsonPointer at, JsonNode expected, JsonNode actual) {
        if (expected.isObject() && actual.isObject()) {
            expected.properties().forEach(field -> compareField(at, field.getKey(), field.getValue(), actual));
        } else if (expected.isArray() && actual.isArray() && expected.size() == actual.size()) {
            for (int i = 0; i < expected.size(); i++) {
                compare(at.appendIndex(i), expected.get(i), actual.get(i));
            }
        } else if (expected.isArray() && actual.isArray() && (long) expected.size() * actual.size() <= MAX_COMPARED) {
            compareElements(at, expected, actual);
        } else if (!isSame(expected, actual)) {
            found.add(new CaseDifference(at.toString(), shown(expected), shown(actual)));
        }
    }

    private void compareField(JsonPointer around, String name, JsonNode expected, JsonNode actual) {
        JsonPointer at = around.appendProperty(name);
        if (actual.has(name)) {
            compare(at, expected, actual.get(name));
        } else {
            List<String> known = new ArrayList<>();
            actual.fieldNames().forEachRemaining(known::add);
            String meant = NearestName.of(name, known)
                    .map(nearest -> ". Maybe " + nearest + "?")
                    .orElse("");
            found.add(new CaseDifference(at.toString(), shown(expected), NO_SUCH_FIELD + meant));
        }
    }

    private void compareElements(JsonPointer at, JsonNode expected, JsonNode actual) {
        Map<Integer, JsonNode> unexpected = new LinkedHashMap<>();
        for (int i = 0; i < actual.size(); i++) {
            unexpected.put(i, actual.get(i));
        }
        for (JsonNode element : expected) {
            Optional<Integer> like = unexpected.entrySet().stream()
                    .filter(other -> between(element, other.getValue()).isEmpty())
                    .map(Map.Entry::getKey)
                    .findFirst();
            like.ifPresentOrElse(
                    unexpected::remove, () -> found.add(new CaseDifference(at.toString(), shown(element), NOT_THERE)));
        }
        unexpected.forEach((index, element) ->
                found.add(new CaseDifference(at.appendIndex(index).toString(), NOTHING, shown(element))));
    }

    private static boolean isSame(JsonNode expected, JsonNode actual) {
        if (expected.isNumber() && actual.isNumber()) {
            return expected.decimalValue().compareTo(actual.decimalValue()) == 0;
        }
        return expected.equals(actual);
    }

    private static String shown(JsonNode value) {
        String text = value.toString();
        return text.length() <= MAX_SHOWN ? text : text.substring(0, MAX_SHOWN) + "...";
    }
}
