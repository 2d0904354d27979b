package dev.shipgate.cli.command;

import dev.shipgate.text.HiddenCharacters;
import java.util.regex.Pattern;

/** Text of others, for a terminal. */
public final class Printable {

    private static final Pattern LINE_BREAK = Pattern.compile("\\R");

    private Printable() {}

    /** The text in one line, and without the characters that a terminal would obey. */
    public static String line(String text) {
        return HiddenCharacters.replacedIn(LINE_BREAK.matcher(text).replaceAll(" "));
    }
}
