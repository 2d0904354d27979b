package dev.shipgate.policy.lint;

import dev.shipgate.policy.Diagnostic;
import java.lang.Character.UnicodeScript;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Texts that no fact has: with a blank at an end, of letters of two alphabets, or none of those that there are. */
final class OddTexts implements SlipCheck {

    private static final String CODE = "no-such-value";

    @Override
    public Stream<Diagnostic> findings(LintedFolder folder, LintedRuleset all) {
        return all.texts().stream()
                .filter(text -> folder.has(text.spot()))
                .filter(WrittenText::isName)
                .flatMap(text -> message(text).map(message -> text.spot().warning(CODE, message)).stream())
                .distinct();
    }

    private static Optional<String> message(WrittenText text) {
        String value = text.value();
        if (!value.equals(value.strip())) {
            return Optional.of("\"" + value + "\" has a blank at an end. Maybe \"" + value.strip() + "\"?");
        }
        Set<UnicodeScript> alphabets = alphabets(value);
        if (alphabets.size() > 1) {
            return Optional.of("\"" + value + "\" has letters of several alphabets ("
                    + alphabets.stream().map(OddTexts::name).sorted().collect(Collectors.joining(", "))
                    + "), which look alike. Maybe one of them came in by mistake?");
        }
        return text.field().texts().isEmpty() || text.field().texts().contains(value)
                ? Optional.empty()
                : Optional.of("No " + text.field().name() + " is \"" + value + "\". Maybe one of "
                        + String.join(", ", text.field().texts()) + "?");
    }

    private static Set<UnicodeScript> alphabets(String text) {
        return text.codePoints()
                .filter(Character::isLetter)
                .mapToObj(UnicodeScript::of)
                .filter(script -> script != UnicodeScript.COMMON && script != UnicodeScript.INHERITED)
                .collect(Collectors.toSet());
    }

    private static String name(UnicodeScript script) {
        String name = script.name();
        return name.charAt(0) + name.substring(1).toLowerCase(Locale.ROOT);
    }
}
