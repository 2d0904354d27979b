package dev.shipgate.text;

/** Texts of others, made fit for one line: the characters that they hold can neither end it nor hide in it. */
public final class OneLine {

    /** In characters. A longer text would push the text after it out of sight. */
    public static final int MAX_LENGTH = 500;

    private static final String CUT = "…";

    private OneLine() {}

    /** A text on one line, with at most 500 characters. */
    public static String of(String text) {
        return of(text, MAX_LENGTH);
    }

    /**
     * A text on one line.
     *
     * @param maxLength in characters; the text beyond is cut off, which the last character says
     */
    public static String of(String text, int maxLength) {
        String line = HiddenCharacters.replacedIn(text.replaceAll("\\s+", " ").strip());
        if (line.codePointCount(0, line.length()) <= maxLength) {
            return line;
        }
        return line.substring(0, line.offsetByCodePoints(0, maxLength - 1)) + CUT;
    }
}
