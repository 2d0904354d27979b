package dev.shipgate.ingest.read;

/** Texts of files as messages show them: without invisible characters, and not longer than a person reads. */
public final class ShortText {

    private static final int MAX_LENGTH = 60;

    private static final int MAX_LINE = 200;

    private ShortText() {}

    /** The start of a text. */
    public static String of(String text) {
        return of(text, MAX_LENGTH);
    }

    /** The start of a text that is longer than a word, such as the message of a server, or the labels of a series. */
    public static String line(String text) {
        return of(text, MAX_LINE);
    }

    /** The start of a text, up to a length. The rest of the text is not looked at. */
    public static String of(String text, int maxLength) {
        int end = text.offsetByCodePoints(0, text.codePointCount(0, Math.min(text.length(), maxLength)));
        StringBuilder shown = new StringBuilder();
        text.substring(0, end).codePoints().forEach(letter -> shown.appendCodePoint(isShown(letter) ? letter : ' '));
        return end < text.length() ? shown + "..." : shown.toString();
    }

    private static boolean isShown(int letter) {
        return switch (Character.getType(letter)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }
}
