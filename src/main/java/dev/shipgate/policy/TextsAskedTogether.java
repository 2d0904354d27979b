package dev.shipgate.policy;

import dev.shipgate.policy.lint.AskedTexts;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which texts rules ask for together, in one fact: where they ask for {@code service == "search"}, they may ask for
 * {@code environment in ("production", "staging")} too.
 */
final class TextsAskedTogether {

    private record Asked(String field, String text) {}

    private static final Comparator<Asked> ORDER =
            Comparator.comparing(Asked::field).thenComparing(Asked::text);

    private final Map<Asked, TreeSet<Asked>> together = new HashMap<>();

    TextsAskedTogether(List<ParsedDrl> files) {
        files.stream()
                .flatMap(file -> file.linted().stream())
                .flatMap(file -> AskedTexts.ofOneFact(file).stream())
                .forEach(this::add);
    }

    private void add(Map<String, Set<String>> ofOneFact) {
        List<Asked> asked = ofOneFact.entrySet().stream()
                .flatMap(field -> field.getValue().stream().map(text -> new Asked(field.getKey(), text)))
                .toList();
        for (Asked one : asked) {
            together.computeIfAbsent(one, unseen -> new TreeSet<>(ORDER)).addAll(asked);
        }
    }

    /** The texts of a field, sorted, that rules ask for where they ask for a given text of another field. */
    List<String> of(String field, String otherField, String otherText) {
        return together.getOrDefault(new Asked(otherField, otherText), new TreeSet<>(ORDER)).stream()
                .filter(asked -> asked.field().equals(field))
                .map(Asked::text)
                .toList();
    }
}
