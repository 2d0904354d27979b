package dev.shipgate.json;

import dev.shipgate.number.Range;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * One object of a body. Each reader returns null for a field that is absent, null or wrong, and notes each problem; so
 * reading goes on, and all problems of a body come out together.
 */
public final class JsonObject {

    private final JsonPath path;
    private final Map<String, @Nullable Object> members;
    private final Problems problems;
    private final Set<String> known = new HashSet<>();

    JsonObject(JsonPath path, Map<String, @Nullable Object> members, Problems problems) {
        this.path = path;
        this.members = members;
        this.problems = problems;
    }

    public Problems problems() {
        return problems;
    }

    /** JSON Pointer (RFC 6901) to this object. */
    public String pointer() {
        return path.pointer();
    }

    /** The names of all fields, in the order of the body. */
    public Set<String> names() {
        return Collections.unmodifiableSet(members.keySet());
    }

    /** Whether the field is there with a value other than null. */
    public boolean has(String name) {
        known.add(name);
        return members.get(name) != null;
    }

    /** Whether the field is there with the value null, which for most fields is the same as being absent. */
    public boolean isNull(String name) {
        return members.containsKey(name) && members.get(name) == null;
    }

    public @Nullable String string(String name) {
        Object value = value(name);
        if (value == null || value instanceof String) {
            return (String) value;
        }
        wrong(name, "a string", value);
        return null;
    }

    /**
     * A string that has to be there.
     *
     * @param what the meaning of the string, for the message
     */
    public @Nullable String requiredString(String name, String what) {
        if (value(name) == null) {
            invalid(name, "must be there: " + what + ".");
        }
        return string(name);
    }

    /** A string that databases can keep and find: not blank, not too long, and without the character NUL. */
    public @Nullable String name(String name, int maxLength) {
        String value = string(name);
        if (value != null && value.isBlank()) {
            invalid(name, "is empty. Leave it out, or say which one it is.");
            return null;
        }
        if (value != null && value.indexOf(0) >= 0) {
            invalid(name, "has the character \\u0000. Leave it out.");
            return null;
        }
        if (value != null && value.length() > maxLength) {
            invalid(name, "must have at most " + maxLength + " characters, but has " + value.length() + ".");
            return null;
        }
        return value;
    }

    /** A finite number in a range. */
    public @Nullable Double number(String name, Range range) {
        Object value = value(name);
        if (value == null) {
            return null;
        }
        if (!(value instanceof Number number)) {
            wrong(name, range.words(), value);
            return null;
        }
        if (!range.holds(number.doubleValue())) {
            invalid(
                    name,
                    "must be " + range.words() + ", but is " + JsonWords.of(number) + "."
                            + range.hint(number.doubleValue()));
            return null;
        }
        return range.require(number.doubleValue(), name);
    }

    /** A finite number in a range that has to be there. */
    public @Nullable Double requiredNumber(String name, Range range) {
        if (value(name) == null) {
            invalid(name, "is missing. It must be " + range.words() + ".");
        }
        return number(name, range);
    }

    /** A whole number not below a least one. As in JSON Schema, {@code 100.0} is one. */
    public @Nullable Long integer(String name, long min) {
        Object value = value(name);
        if (value == null) {
            return null;
        }
        if (!(value instanceof Long integer) || integer < min) {
            wrong(name, "a whole number, " + min + WholeNumber.upTo(value), value);
            return null;
        }
        return integer;
    }

    /** A field of any type, as read: for the few that have a choice of types. A whole number is a {@code Long}. */
    public @Nullable Object value(String name) {
        known.add(name);
        Object value = members.get(name);
        Long whole = value == null ? null : WholeNumber.of(value);
        return whole == null ? value : whole;
    }

    public @Nullable JsonObject object(String name) {
        Object value = value(name);
        return value == null ? null : asObject(path.child(name), value);
    }

    /**
     * The fields of an object whose values are objects or null, by name in the order of the body; a value that is
     * neither is noted and left out.
     */
    public Map<String, @Nullable JsonObject> objects(String name) {
        Map<String, @Nullable JsonObject> objects = new LinkedHashMap<>();
        JsonObject parent = object(name);
        if (parent != null) {
            parent.members.forEach((key, value) -> {
                JsonObject object = value == null ? null : parent.asObject(parent.path.child(key), value);
                if (value == null || object != null) {
                    objects.put(key, object);
                }
            });
        }
        return objects;
    }

    /** The elements of an array of objects; an element that is no object is noted and left out. */
    public List<JsonObject> array(String name) {
        Object value = value(name);
        if (value == null) {
            return List.of();
        }
        if (!(value instanceof List<?> elements)) {
            wrong(name, "an array", value);
            return List.of();
        }
        JsonPath arrayPath = path.child(name);
        List<JsonObject> objects = new ArrayList<>(elements.size());
        for (int i = 0; i < elements.size(); i++) {
            JsonObject object = asObject(arrayPath.child(i), elements.get(i));
            if (object != null) {
                objects.add(object);
            }
        }
        return objects;
    }

    /** The elements of an array of strings; an element that is no string is noted and left out. */
    public List<String> texts(String name) {
        Object value = value(name);
        if (value == null) {
            return List.of();
        }
        if (!(value instanceof List<?> elements)) {
            wrong(name, "an array", value);
            return List.of();
        }
        List<String> texts = new ArrayList<>(elements.size());
        for (int i = 0; i < elements.size(); i++) {
            if (elements.get(i) instanceof String text) {
                texts.add(text);
            } else {
                problems.invalid(
                        path.child(name).child(i), "must be a string, but is " + JsonWords.of(elements.get(i)) + ".");
            }
        }
        return texts;
    }

    /** An object of strings, in the order of their names. */
    public Map<String, String> strings(String name) {
        JsonObject parent = object(name);
        Map<String, String> strings = new LinkedHashMap<>();
        if (parent != null) {
            for (String key : new TreeSet<>(parent.members.keySet())) {
                String value = parent.string(key);
                if (value != null) {
                    strings.put(key, value);
                }
            }
        }
        return Collections.unmodifiableMap(strings);
    }

    /**
     * All fields that no reader has asked for. Each must be a number, and one that is named after a time, a rate or a
     * count must be 0 or more; null counts as absent.
     */
    public Map<String, Double> otherNumbers() {
        Map<String, Double> numbers = new LinkedHashMap<>();
        for (String name : new TreeSet<>(members.keySet())) {
            if (!known.contains(name)) {
                Double number = number(name, Range.ofMetric(name));
                if (number != null) {
                    numbers.put(name, number);
                }
            }
        }
        return Collections.unmodifiableMap(numbers);
    }

    /** Notes every field that no reader has asked for. */
    public void rejectUnknown() {
        for (String name : members.keySet()) {
            if (!known.contains(name)) {
                problems.invalid(
                        path.child(name), "There is no such field here. Maybe one of " + new TreeSet<>(known) + "?");
            }
        }
    }

    /**
     * Ends the reading of a body.
     *
     * @throws InvalidBodyException with all problems, fields that no reader has asked for among them, if there are any
     */
    public void requireNothingElse() {
        rejectUnknown();
        problems.throwIfAny();
    }

    /** Notes a value that its field cannot hold. */
    public void invalid(String name, String detail) {
        problems.invalid(path.child(name), detail);
    }

    /** Notes a value that a field of this object cannot hold under one of its names. */
    public void invalidMember(String name, String member, String detail) {
        problems.invalid(path.child(name).child(member), detail);
    }

    /** Notes a value that contradicts another. */
    public void contradictory(String name, String detail) {
        problems.contradictory(path.child(name), detail);
    }

    @SuppressWarnings("unchecked")
    private @Nullable JsonObject asObject(JsonPath objectPath, @Nullable Object value) {
        if (value instanceof Map<?, ?> object) {
            return new JsonObject(objectPath, (Map<String, @Nullable Object>) object, problems);
        }
        problems.invalid(objectPath, "must be an object, but is " + JsonWords.of(value) + ".");
        return null;
    }

    /** Notes a value that differs from the expected one, and names both. */
    public void wrong(String name, String expected, Object value) {
        invalid(name, "must be " + expected + ", but is " + JsonWords.of(value) + ".");
    }
}
