package dev.shipgate.report.format;

import dev.shipgate.report.SafeLink;
import dev.shipgate.text.OneLine;

/**
 * Texts of callers and rules in Markdown, as nothing but text. Every character that could mean something is written as
 * a character reference: these are read after the structure is, so they can end no cell, open no tag and link to
 * nothing. (A backslash would not do: a table looks for bars before it looks for backslashes.)
 */
public final class MarkdownText {

    /** A reference takes up to twelve characters for one, and a comment has room for few. */
    private static final int MAX_LENGTH = 300;

    private static final String HARMLESS = " ,;'?%/()+-";

    /** Between a sign and a name, it keeps a text from calling people, or from referring to a change. */
    private static final String ZERO_WIDTH_SPACE = "&#8203;";

    private MarkdownText() {}

    /** A text, of which nothing is taken for Markdown. */
    public static String of(String text) {
        String line = OneLine.of(text, MAX_LENGTH);
        StringBuilder escaped = new StringBuilder();
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c >= 0x80 || Character.isLetterOrDigit(c) || HARMLESS.indexOf(c) >= 0 || isInsideOfAWord(line, i)) {
                escaped.append(c);
            } else {
                escaped.append("&#").append((int) c).append(';');
                if (c == '@' || c == '#') {
                    escaped.append(ZERO_WIDTH_SPACE);
                }
            }
        }
        return escaped.toString();
    }

    /**
     * An underscore as in a name, and a point or colon as in a number or at the end of a word, but none of an address.
     */
    private static boolean isInsideOfAWord(String line, int i) {
        char c = line.charAt(i);
        char before = i == 0 ? ' ' : line.charAt(i - 1);
        char after = i == line.length() - 1 ? ' ' : line.charAt(i + 1);
        return switch (c) {
            case '_' -> Character.isLetterOrDigit(before) && Character.isLetterOrDigit(after);
            case '.' -> after == ' ' || (Character.isDigit(before) && Character.isDigit(after));
            case ':' -> after == ' ' || (Character.isDigit(before) && Character.isDigit(after));
            default -> false;
        };
    }

    /** A name, set apart from the text around it. */
    public static String code(String name) {
        String text = of(name);
        return text.isEmpty() ? "" : "<code>" + text + "</code>";
    }

    /** @param address one of {@link SafeLink} */
    static String link(String text, String address) {
        return "[" + of(text) + "](<" + address.replace("&", "&amp;") + ">)";
    }
}
