package dev.shipgate.policy.lint.syntax;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A fixed set of values, as people write of it: {@code Check.Outcome}.
 *
 * @param type the enum
 */
public record FixedSet(Class<?> type) {

    public static final String NO_TEXT = " is no text, but one of ";

    /** Its values by their names. */
    public List<String> values() {
        return Arrays.stream(type.getEnumConstants()).map(Object::toString).toList();
    }

    /** With the fact that it is of. */
    public String name() {
        Class<?> around = type.getEnclosingClass();
        return around == null ? type.getSimpleName() : around.getSimpleName() + "." + type.getSimpleName();
    }

    /** The value that a word means which differs from its name in capitals or in an ending, as rules write it. */
    public Optional<String> meant(String word) {
        String capitals = word.toUpperCase(Locale.ROOT);
        return values().stream()
                .filter(value -> value.equals(capitals)
                        || (capitals.startsWith(value) && capitals.length() <= value.length() + 2))
                .findFirst()
                .map(value -> name() + "." + value);
    }

    /** Says that a field is of this set, and not a text. */
    public String noText(String field) {
        return field + NO_TEXT + String.join(", ", values()) + " of " + name() + ".";
    }
}
