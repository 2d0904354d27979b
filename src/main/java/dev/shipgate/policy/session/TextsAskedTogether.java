package dev.shipgate.policy.session;

import dev.shipgate.policy.drl.ParsedDrl;
import dev.shipgate.policy.lint.conditions.AskedTexts;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Texts that rules ask for together, in one fact: where they ask for {@code service == "search"}, they may ask for
 * {@code environment in ("production", "staging")} too. A file is read for it when a text that it has is asked for, and
 * not at each start. Thread-safe.
 */
final class TextsAskedTogether {

    /** Comments, which are passed over, and texts. */
    private static final Pattern TEXT = Pattern.compile(
            "//[^\\n]*+|/\\*.*?(?:\\*/|\\z)|\"((?:\\\\.|[^\"\\\\\\n])*+)\"|'((?:\\\\.|[^'\\\\\\n])*+)'",
            Pattern.DOTALL);

    private final Map<String, List<AskedIn>> filesByText = new HashMap<>();

    /** No more than there are texts in the rules. */
    private final Map<TextQuestion, List<String>> answers = new ConcurrentHashMap<>();

    private record TextQuestion(String field, String otherField, String otherText) {}

    /** The texts that the rules of a file ask for. */
    private static final class AskedIn {

        private final ParsedDrl file;
        private volatile @Nullable List<Map<String, Set<String>>> facts;

        AskedIn(ParsedDrl file) {
            this.file = file;
        }

        /** For each fact the texts of its fields. The first caller reads them, and two at once read the same. */
        List<Map<String, Set<String>>> facts() {
            List<Map<String, Set<String>>> read = facts;
            if (read == null) {
                read = file.linted().map(AskedTexts::ofOneFact).orElse(List.of());
                facts = read;
            }
            return read;
        }
    }

    TextsAskedTogether(List<ParsedDrl> files) {
        for (ParsedDrl file : files) {
            AskedIn asked = new AskedIn(file);
            texts(file)
                    .forEach(text -> filesByText
                            .computeIfAbsent(text, unseen -> new ArrayList<>())
                            .add(asked));
        }
    }

    private static Set<String> texts(ParsedDrl file) {
        Set<String> texts = new HashSet<>();
        TEXT.matcher(file.file().source()).results().forEach(found -> {
            String text = found.group(1) == null ? found.group(2) : found.group(1);
            if (text != null) {
                texts.add(text.indexOf('\\') < 0 ? text : unescaped(text));
            }
        });
        return texts;
    }

    /** As it is written, where it is no text of Java. */
    private static String unescaped(String text) {
        try {
            return text.translateEscapes();
        } catch (IllegalArgumentException e) {
            return text;
        }
    }

    /** The texts of a field, sorted, that rules ask for where they ask for a given text of another field. */
    List<String> of(String field, String otherField, String otherText) {
        return filesByText.containsKey(otherText)
                ? answers.computeIfAbsent(new TextQuestion(field, otherField, otherText), this::find)
                : List.of();
    }

    /** All texts of a field, sorted, that rules ask for. */
    List<String> of(String field) {
        return filesByText.values().stream()
                .flatMap(List::stream)
                .distinct()
                .flatMap(file -> file.facts().stream())
                .flatMap(fact -> fact.getOrDefault(field, Set.of()).stream())
                .distinct()
                .sorted()
                .toList();
    }

    private List<String> find(TextQuestion asked) {
        Stream<Map<String, Set<String>>> facts =
                filesByText.getOrDefault(asked.otherText(), List.of()).stream().flatMap(file -> file.facts().stream());
        return facts.filter(
                        fact -> fact.getOrDefault(asked.otherField(), Set.of()).contains(asked.otherText()))
                .flatMap(fact -> fact.getOrDefault(asked.field(), Set.of()).stream())
                .distinct()
                .sorted()
                .toList();
    }
}
