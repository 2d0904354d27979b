package dev.shipgate.policytest;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonNodePath;
import com.networknt.schema.ValidationMessage;
import dev.shipgate.json.JsonWords;
import dev.shipgate.json.Problem;
import dev.shipgate.text.NearestName;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A part of a file of cases that the schema does not allow, in words for the people who write cases.
 *
 * @param at the innermost value of the file that it is about
 * @param sentence the error, with the value and the form that would be right
 */
record FormProblem(JsonNode at, String sentence) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * One thing that the schema does not allow.
     *
     * @param schema the whole schema, in which the broken demand is looked up by its place
     * @param document the whole file
     */
    static FormProblem of(ValidationMessage found, JsonNode schema, JsonNode document) {
        JsonPointer pointer = pointerTo(found.getInstanceLocation());
        JsonNode value = document.at(pointer);
        JsonNode asked = schema.at(found.getSchemaLocation().getFragment().toString());
        JsonNode askedOfWhole =
                schema.at(found.getSchemaLocation().getFragment().getParent().toString());
        return switch (found.getType()) {
            case "additionalProperties" -> unknownField(pointer, value, found.getProperty(), askedOfWhole, schema);
            case "required" -> problem(pointer, value, "The field " + found.getProperty() + " is missing.");
            case "enum" -> problem(pointer, value, notOneOf(value, texts(asked)));
            case "type" -> wrongType(pointer, value, asked.asText());
            case "pattern" -> problem(pointer, value, mustBe("a text of one line that is not blank", value));
            case "minItems", "minProperties" ->
                problem(pointer, value, "must not be empty." + oneOf(names(askedOfWhole.path("properties"))));
            case "uniqueItems" -> problem(pointer, value, "has one of its elements twice. Leave one of them out.");
            default -> problem(pointer, value, Objects.toString(found.getError(), found.getMessage()));
        };
    }

    private static JsonPointer pointerTo(JsonNodePath path) {
        JsonPointer pointer = JsonPointer.empty();
        for (int i = 0; i < path.getNameCount(); i++) {
            Object element = path.getElement(i);
            pointer = element instanceof Integer index
                    ? pointer.appendIndex(index)
                    : pointer.appendProperty(element.toString());
        }
        return pointer;
    }

    private static FormProblem problem(JsonPointer pointer, JsonNode value, String detail) {
        return new FormProblem(value, new Problem(pointer.toString(), detail).toString());
    }

    private static FormProblem unknownField(
            JsonPointer around, JsonNode object, String name, JsonNode asked, JsonNode schema) {
        List<String> known = names(asked.path("properties"));
        return problem(
                around.appendProperty(name),
                object.path(name),
                "There is no such field here."
                        + otherwiseWritten(name, known)
                                .or(() -> NearestName.of(name, known))
                                .map(FormProblem::maybe)
                                .orElseGet(() ->
                                        " Maybe one of " + known + orWithin(asked.path("properties"), schema) + "?"));
    }

    /** The same name as it is written in JSON: does_not_fire for doesNotFire. */
    private static Optional<String> otherwiseWritten(String name, List<String> known) {
        String plain = name.replaceAll("[_ -]", "");
        return known.stream()
                .filter(other -> other.replace("_", "").equalsIgnoreCase(plain))
                .findFirst();
    }

    /** A line that is indented too little stands beside the one that it belongs to. */
    private static String orWithin(JsonNode fields, JsonNode schema) {
        List<String> objects = fields.properties().stream()
                .filter(field -> isObject(field.getValue(), schema))
                .map(Map.Entry::getKey)
                .toList();
        return objects.isEmpty() ? "" : ", or within " + String.join(" or ", objects);
    }

    private static boolean isObject(JsonNode field, JsonNode schema) {
        JsonNode meant =
                field.has("$ref") ? schema.at(field.get("$ref").asText().substring("#".length())) : field;
        return meant.path("type").asText().equals("object");
    }

    private static FormProblem wrongType(JsonPointer pointer, JsonNode value, String asked) {
        String wrong = mustBe(kind(asked), value);
        return pointer.matches()
                ? problem(pointer, value, "The file " + wrong + " Maybe the line tests: is missing?")
                : problem(pointer, value, wrong + hint(asked, value));
    }

    /** Of two values both are told, and the nearer one is not always meant: fail is no slip of pass. */
    private static String notOneOf(JsonNode value, List<String> allowed) {
        return mustBe("one of " + String.join(", ", allowed), value)
                + Optional.of(allowed)
                        .filter(values -> values.size() > 2)
                        .flatMap(values -> NearestName.of(value.asText(), values))
                        .map(FormProblem::maybe)
                        .orElse("");
    }

    private static String mustBe(String what, JsonNode value) {
        return "must be " + what + ", but is " + JsonWords.of(JSON.convertValue(value, Object.class)) + ".";
    }

    private static String kind(String type) {
        return switch (type) {
            case "string" -> "a string";
            case "array" -> "an array";
            default -> "an " + type;
        };
    }

    /** A hint at the likely mistake of an author who meant the right thing. */
    private static String hint(String asked, JsonNode value) {
        if (asked.equals("array") && value.isTextual()) {
            return " Maybe [" + value + "]?";
        }
        if (asked.equals("string") && value.isObject()) {
            return " Maybe it lacks quotation marks? A text with a colon needs them.";
        }
        if (asked.equals("string") && value.isValueNode()) {
            return " Maybe it lacks quotation marks?";
        }
        if (asked.equals("object") && value.asText().isEmpty() && value.isValueNode()) {
            return " Maybe the lines that belong to it are indented too little?";
        }
        if (asked.equals("object") && value.isArray()) {
            return " Maybe without the dash before its fields?";
        }
        return "";
    }

    private static String oneOf(List<String> names) {
        return names.isEmpty() ? "" : " Maybe one of " + names + "?";
    }

    private static String maybe(String name) {
        return " Maybe " + name + "?";
    }

    private static List<String> names(JsonNode object) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(element -> texts.add(element.asText()));
        return texts;
    }
}
