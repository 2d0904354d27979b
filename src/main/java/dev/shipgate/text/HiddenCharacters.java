package dev.shipgate.text;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Characters by which people see another text than the one that is there: control characters, which terminals obey,
 * those that take no room or turn the direction of writing around
 * (<a href="https://trojansource.codes">Trojan Source</a>), and line ends that only some programs take for such. The
 * usual line ends, tabs and form feeds are none, and neither are the joiners and marks that many languages need.
 */
public final class HiddenCharacters {

    private static final Pattern HIDDEN =
            Pattern.compile("[\\p{Cc}&&[^\\n\\r\\t\\f]]|[\\p{Cf}&&[^\\x{61C}\\x{200C}-\\x{200F}]]|[\\p{Zl}\\p{Zp}]");

    private static final Pattern UNSHOWABLE = Pattern.compile(HIDDEN.pattern() + "|\\p{Cs}");

    private HiddenCharacters() {}

    /**
     * The first in a text.
     *
     * @param name as Unicode writes it, such as {@code U+202E}
     * @param line the line it is in, from 1
     */
    public record Found(String name, int line) {}

    /** The first in a text; empty when it has none. */
    public static Optional<Found> firstIn(String text) {
        Matcher matcher = HIDDEN.matcher(text);
        if (!matcher.find()) {
            return Optional.empty();
        }
        int line = 1
                + (int) text.substring(0, matcher.start())
                        .chars()
                        .filter(c -> c == '\n')
                        .count();
        return Optional.of(new Found(String.format("U+%04X", text.codePointAt(matcher.start())), line));
    }

    /** A text with the replacement character, U+FFFD, for each of them and for each half of a character. */
    public static String replacedIn(String text) {
        return UNSHOWABLE.matcher(text).replaceAll("\uFFFD");
    }
}
