package dev.shipgate.policy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Which texts rules ask for together, in one fact: where they ask for {@code service == "search"}, they may ask for
 * {@code environment == "production"} too. A text in a list or an "or" is not known here.
 */
final class TextsAskedTogether {

    private record Asked(String field, String text) {

        static Optional<Asked> of(Comparison comparison) {
            String literal = comparison.literal();
            return comparison.operator().equals("==") && literal.startsWith("\"")
                    ? Optional.of(new Asked(comparison.subject(), literal.substring(1, literal.length() - 1)))
                    : Optional.empty();
        }
    }

    private static final Comparator<Asked> ORDER =
            Comparator.comparing(Asked::field).thenComparing(Asked::text);

    private final Map<Asked, TreeSet<Asked>> together = new HashMap<>();

    TextsAskedTogether(List<ParsedDrl> files) {
        for (ParsedDrl file : files) {
            for (ParsedDrl.ParsedRule rule : file.rules()) {
                rule.conditions().needed().forEach(this::add);
            }
        }
    }

    private void add(List<Comparison> ofOneFact) {
        List<Asked> asked = new ArrayList<>();
        ofOneFact.forEach(comparison -> Asked.of(comparison).ifPresent(asked::add));
        for (Asked one : asked) {
            for (Asked other : asked) {
                together.computeIfAbsent(one, unseen -> new TreeSet<>(ORDER)).add(other);
            }
        }
    }

    /** The texts of a field, sorted, that rules ask for where they ask for a given text of another field. */
    List<String> of(String field, String otherField, String otherText) {
        List<String> texts = new ArrayList<>();
        for (Asked asked : together.getOrDefault(new Asked(otherField, otherText), new TreeSet<>(ORDER))) {
            if (asked.field().equals(field)) {
                texts.add(asked.text());
            }
        }
        return texts;
    }
}
