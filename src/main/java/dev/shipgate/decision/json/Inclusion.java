package dev.shipgate.decision.json;

import dev.shipgate.http.QueryParameters;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The optional parts of an answer that a caller asks for.
 *
 * @param part a part that the evaluation leaves out unless asked for; null for none
 * @param firings whether each firing is told too, which changes no more than the form of the answer
 */
public record Inclusion(@Nullable String part, boolean firings) {

    private static final String PARAMETER = "include";
    private static final String FIRINGS = "firings";

    /** The value of the query parameter that asks for it; null for nothing. */
    public @Nullable String parameter() {
        return part == null ? firings ? FIRINGS : null : firings ? part + "," + FIRINGS : part;
    }

    /**
     * Reads the query parameter {@code include}: words with commas between them.
     *
     * @param parts those that the evaluation has
     */
    public static Inclusion of(QueryParameters query, List<String> parts) {
        String value = query.text(PARAMETER);
        List<String> asked = value == null ? List.of() : List.of(value.split(",", -1));
        List<String> known = new ArrayList<>(parts);
        known.add(FIRINGS);
        if (value != null && !known.containsAll(asked)) {
            String right = parts.isEmpty() ? FIRINGS : "of " + String.join(", ", known) + ", with commas between them";
            query.wrong(PARAMETER, "must be " + right + ", but is \"" + value + "\".");
        }
        return new Inclusion(asked.stream().filter(parts::contains).findFirst().orElse(null), asked.contains(FIRINGS));
    }
}
