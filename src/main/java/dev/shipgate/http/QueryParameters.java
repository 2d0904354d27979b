package dev.shipgate.http;

import dev.shipgate.json.InvalidBodyException;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.UriInfo;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The query parameters of a request. Each reader notes the problem of a wrong value and returns null for it; a
 * parameter that no reader asks for is wrong too, since a mistyped filter that is passed over would find everything.
 */
public final class QueryParameters {

    private final MultivaluedMap<String, String> given;
    private final Set<String> known = new TreeSet<>();
    private final Set<String> required = new TreeSet<>();
    private final List<String> problems = new ArrayList<>();

    private QueryParameters(MultivaluedMap<String, String> given) {
        this.given = given;
    }

    public static QueryParameters of(UriInfo uri) {
        return new QueryParameters(uri.getQueryParameters());
    }

    /** Any text; null when it is not given. */
    public @Nullable String text(String name) {
        known.add(name);
        List<String> values = given.getOrDefault(name, List.of());
        if (values.size() > 1) {
            wrong(name, "is there more than once. Which one is meant?");
            return null;
        }
        if (values.isEmpty()) {
            return null;
        }
        if (values.get(0).isEmpty()) {
            wrong(
                    name,
                    required.contains(name)
                            ? "is empty. Give it a value."
                            : "is empty. Leave it out, or give it a value.");
            return null;
        }
        if (values.get(0).indexOf(0) >= 0) {
            wrong(name, "has the character NUL. Leave it out.");
            return null;
        }
        return values.get(0);
    }

    /**
     * A parameter that has to be there; notes that it is missing when it is not given.
     *
     * @param read the reader of its value
     */
    public @Nullable String required(String name, Function<String, @Nullable String> read) {
        required.add(name);
        if (!given.containsKey(name)) {
            wrong(name, "is missing.");
        }
        return read.apply(name);
    }

    /**
     * A text that means something.
     *
     * @param parse throws an {@link IllegalArgumentException} or a {@link DateTimeException} for a text that it cannot
     *     read
     * @param right the kind of value that it has to be, as a noun
     */
    public <T> @Nullable T parsed(String name, Function<String, T> parse, String right) {
        String value = text(name);
        if (value == null) {
            return null;
        }
        try {
            return parse.apply(value);
        } catch (IllegalArgumentException | DateTimeException e) {
            // In a query, a plus stands for a space.
            wrong(name, right, value, value.contains(" ") ? " Maybe write %2B for a plus?" : "");
            return null;
        }
    }

    /** A whole number from 1 to a most; null when it is not given. */
    public @Nullable Integer upTo(String name, int max) {
        String most = max == Integer.MAX_VALUE ? "1 or more" : "1 to " + max;
        return parsed(name, text -> between1And(max, text), "a whole number, " + most);
    }

    private static int between1And(int max, String text) {
        int number = Integer.parseInt(text);
        if (number < 1 || number > max) {
            throw new IllegalArgumentException(text);
        }
        return number;
    }

    /** A text of a form; null when it is not given. */
    public @Nullable String matching(String name, Pattern pattern, String right) {
        String value = text(name);
        if (value != null && !pattern.matcher(value).matches()) {
            wrong(name, right, value, "");
        }
        return value;
    }

    /** One of a few words. */
    public @Nullable String oneOf(String name, List<String> words) {
        String value = text(name);
        if (value != null && !words.contains(value)) {
            wrong(name, (words.size() == 1 ? "" : "one of ") + String.join(", ", words), value, "");
        }
        return value;
    }

    /** All values of a parameter that may be given several times. */
    public Set<String> all(String name, Pattern pattern, String right) {
        known.add(name);
        Set<String> values = new LinkedHashSet<>(given.getOrDefault(name, List.of()));
        values.stream()
                .filter(value -> !pattern.matcher(value).matches())
                .forEach(value -> wrong(name, right, value, ""));
        return values;
    }

    private void wrong(String name, String right, String value, String hint) {
        wrong(name, "must be " + right + ", but is \"" + value + "\"." + hint);
    }

    /**
     * Notes that a parameter is wrong.
     *
     * @param detail the text that goes on after its name
     */
    public void wrong(String name, String detail) {
        problems.add("The query parameter " + name + " " + detail);
    }

    /**
     * Ends the reading.
     *
     * @throws InvalidBodyException when anything was wrong, with all that was
     */
    public void throwIfAnyIsWrong() {
        for (String name : given.keySet()) {
            if (!known.contains(name)) {
                wrong(name, "is not known here. Maybe one of " + known + "?");
            }
        }
        if (!problems.isEmpty()) {
            throw InvalidBodyException.ofParameters(problems);
        }
    }
}
