package dev.shipgate.policy.lint.texts;

import dev.shipgate.policy.Diagnostic;
import dev.shipgate.policy.lint.read.LintedFolder;
import dev.shipgate.policy.lint.read.LintedRuleset;
import dev.shipgate.policy.lint.read.SlipCheck;
import dev.shipgate.policy.lint.read.SlipCodes;
import dev.shipgate.policy.lint.read.WrittenText;
import java.lang.Character.UnicodeScript;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Texts that no fact has: with a blank at an end, of letters of two alphabets, or none of those that there are. */
public final class OddTexts implements SlipCheck {

    /** As other languages ask for whatever begins with something. */
    private static final Pattern ANY_ENDING = Pattern.compile("[\\w-]+\\*");

    /** Blanks but for the usual one, joiners, and marks of direction. */
    private static final Pattern UNSEEN = Pattern.compile("[\\p{Z}\\p{Cf}&&[^ ]]");

    private static final Set<UnicodeScript> WITHOUT_JOINERS =
            Set.of(UnicodeScript.LATIN, UnicodeScript.GREEK, UnicodeScript.CYRILLIC);

    /** Signs that stand beside letters of any alphabet and are not taken for them, as in Japanese and Korean names. */
    private static final Set<UnicodeScript> UNLIKE_OTHERS = Set.of(
            UnicodeScript.COMMON,
            UnicodeScript.INHERITED,
            UnicodeScript.HAN,
            UnicodeScript.HIRAGANA,
            UnicodeScript.KATAKANA,
            UnicodeScript.BOPOMOFO,
            UnicodeScript.HANGUL);

    @Override
    public Stream<Diagnostic> findings(LintedFolder folder, LintedRuleset all) {
        return all.texts().stream()
                .filter(text -> folder.has(text.spot()))
                .filter(text -> text.isName() && !text.isEmpty())
                .flatMap(text ->
                        message(text).map(message -> text.spot().warning(SlipCodes.NO_SUCH_VALUE, message)).stream())
                .distinct();
    }

    private static Optional<String> message(WrittenText text) {
        String value = text.value();
        if (!value.equals(text.trimmed())) {
            return Optional.of("\"" + value + "\" has a blank at an end. Maybe \"" + text.trimmed() + "\"?");
        }
        Set<UnicodeScript> alphabets = alphabets(value);
        Matcher unseen = UNSEEN.matcher(value);
        if (unseen.find() && WITHOUT_JOINERS.containsAll(alphabets)) {
            return Optional.of("\"" + value + "\" has the character "
                    + String.format("U+%04X", unseen.group().codePointAt(0))
                    + ", which nobody sees, or takes for a blank. Maybe it came in by mistake?");
        }
        if (alphabets.size() > 1) {
            return Optional.of("\"" + value + "\" has letters of several alphabets ("
                    + alphabets.stream().map(OddTexts::name).sorted().collect(Collectors.joining(", "))
                    + "), which look alike. Maybe one of them came in by mistake?");
        }
        if (!text.isGiven() && ANY_ENDING.matcher(value).matches()) {
            return Optional.of(
                    "\"" + value + "\" is asked for with its *, which stands for nothing else. Maybe str[startsWith] \""
                            + value.substring(0, value.length() - 1) + "\"?");
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
                .filter(script -> !UNLIKE_OTHERS.contains(script))
                .collect(Collectors.toSet());
    }

    private static String name(UnicodeScript script) {
        String name = script.name();
        return name.charAt(0) + name.substring(1).toLowerCase(Locale.ROOT);
    }
}
