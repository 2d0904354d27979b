package dev.shipgate.console.chart.picture;

import dev.shipgate.number.Numbers;
import dev.shipgate.text.HiddenCharacters;
import org.jspecify.annotations.Nullable;

/** Words in a picture: how wide they are, how they are shortened, and how values are written. */
public final class Label {

    /**
     * Control characters, and those that take no room or turn the direction of writing around, but for joiners and
     * marks that languages need.
     */
    private static final String ELLIPSIS = "…";

    /** Of a letter of 11 units of height; on the safe side for the usual fonts. */
    private static final double LETTER = 6.4;

    private static final double WIDE_LETTER = 11.5;

    /** From here on come scripts whose letters are as wide as they are high. */
    private static final int FIRST_WIDE = 0x1100;

    /** From here on, a number of an axis is told in thousands, millions and so on. */
    private static final double FIRST_LARGE = 1e5;

    private static final String[] LARGE = {"k", "M", "G", "T"};

    private Label() {}

    /** The text with a sign for each character that nobody sees. */
    public static String visible(String text) {
        return HiddenCharacters.replacedIn(text);
    }

    /** The text, or its beginning and an ellipsis, in at most so many units of width. */
    public static String shortened(String text, double most) {
        String shown = visible(text);
        if (width(shown) <= most) {
            return shown;
        }
        double width = width(ELLIPSIS);
        int end = 0;
        while (width + letter(shown.codePointAt(end)) <= most) {
            width += letter(shown.codePointAt(end));
            end += Character.charCount(shown.codePointAt(end));
        }
        return shown.substring(0, end) + ELLIPSIS;
    }

    /** About so many units. */
    public static double width(String text) {
        return text.codePoints().mapToDouble(Label::letter).sum();
    }

    private static double letter(int codePoint) {
        return codePoint < FIRST_WIDE || codePoint == ELLIPSIS.codePointAt(0) ? LETTER : WIDE_LETTER;
    }

    /** A number of an axis that goes up to another one: {@code 250}, {@code 2.5M}. */
    public static String ofAxis(double value, double top) {
        if (top < FIRST_LARGE || value == 0) {
            return Numbers.forPeople(value);
        }
        int thousands = Math.min(LARGE.length, (int) (Math.log10(top) / 3));
        return Numbers.forPeople(value / Math.pow(1000, thousands)) + LARGE[thousands - 1];
    }

    public static String millis(@Nullable Double value) {
        return value == null ? "not measured" : Numbers.forPeople(value) + " ms";
    }

    public static String rate(@Nullable Double value) {
        return value == null ? "not measured" : Numbers.percent(value);
    }
}
