package dev.shipgate.ingest.table;

import com.google.re2j.Pattern;
import dev.shipgate.ingest.read.ShortText;
import dev.shipgate.ingest.read.UnreadableResultException;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A number as people and spreadsheets write it into a cell. A text that is not written as programs write numbers is
 * refused with the meaning that it may have, as it could be read as a number a thousand times smaller.
 */
public final class NumberCell {

    private static final Pattern NUMBER =
            Pattern.compile("[+-]?((0|[1-9][0-9]*)(\\.[0-9]+)?|\\.[0-9]+)([eE][+-]?[0-9]+)?");
    private static final Pattern WHOLE = Pattern.compile("[+-]?(0|[1-9][0-9]{0,18})");

    /** A whole number that a program wrote with decimals which say nothing. */
    private static final Pattern WHOLE_WITH_ZEROS = Pattern.compile("([+-]?(0|[1-9][0-9]{0,14}))\\.0+");

    private static final String UNLIKE_NUMBERS = "must be a number.";

    /**
     * The texts that people write in the place of a number, and the hint for each of them; the first that fits
     * counts.
     */
    private static final Map<Pattern, String> HINTS = hints();

    private NumberCell() {}

    private static Map<Pattern, String> hints() {
        Map<String, String> hints = new LinkedHashMap<>();
        hints.put(
                "(?i)true|false|yes|no|wahr|falsch|vrai|faux",
                "must be a number, but is a truth value. Maybe the columns were shifted?");
        hints.put(
                "[+-]?[0-9]+\\.",
                "must be a number with digits after its point, or without a point. Is the file cut off?");
        hints.put(
                "[+-]?0[0-9]+(\\.[0-9]*)?",
                "must be a number without leading zeros. Maybe it is what stood behind a decimal comma? Write a point, "
                        + "as in 0.02.");
        hints.put("#.*", "is what a spreadsheet writes where it has no value. Leave the cell empty.");
        hints.put(
                "(?i)[+-]?(nan|infinity|inf)",
                "must be a finite number. Leave the cell empty where nothing was measured.");
        hints.put(
                "(?i)n/?a|null|none|nil|-+|\\?+|unknown|undefined",
                "must be a number. Leave the cell empty where nothing was measured.");
        hints.put(
                "[+-]?[0-9][0-9.,]*\\s*%|%\\s*[0-9][0-9.,]*",
                "must be a number. Maybe it is a percentage? Write 0.01 for 1 %.");
        hints.put(
                "[+-]?[0-9]{1,3}([.,'\u2019 \u00a0\u202f_][0-9]{3}){2,}([.,][0-9]*)?",
                "must be a number without thousands separators.");
        hints.put(
                "[+-]?[0-9]{1,3}(,[0-9]{3})+\\.[0-9]*|[+-]?[0-9]{1,3}(\\.[0-9]{3})+,[0-9]*",
                "must be a number without thousands separators, and with a decimal point.");
        hints.put(
                "[+-]?[0-9]{1,3},[0-9]{3}",
                "must be a number, with a decimal point and without thousands separators. Is its comma one of them, or a "
                        + "decimal comma?");
        hints.put(
                "[+-]?[0-9]*,[0-9]*([eE][+-]?[0-9]+)?",
                "must be a number. Maybe it has a decimal comma? Write a point, as in 0.25.");
        hints.put(
                "[+-]?[0-9]{1,3}(['\u2019 \u00a0\u202f_][0-9]{3})+", "must be a number without thousands separators.");
        hints.put(
                "(?i)[0-9]{1,4}[-/.][0-9]{1,2}[-/.][0-9]{1,4}([ t].*)?|[0-9]{1,2}:[0-9]{2}.*"
                        + "|.*(jan|feb|mar|m\u00e4r|apr|may|mai|jun|jul|aug|sep|oct|okt|nov|dec|dez).*",
                "must be a number, but is a date or a time. Maybe a spreadsheet made one of a number?");
        hints.put(
                "['\u2018\u2019\"=].*",
                "must be a number. Maybe a spreadsheet took it for a text or a formula? Leave the mark before it out.");
        hints.put(
                "(?i)[$\u20ac\u00a3\u00a5]\\s*[+-]?[0-9].*|[+-]?[0-9.,]+\\s*[$\u20ac\u00a3\u00a5]"
                        + "|[+-]?[0-9][0-9.,eE+-]*\\s*[a-z\u00b5\u03bc/]+\\.?",
                "must be a number alone, in the unit of its column. Leave the unit out.");
        Map<Pattern, String> patterns = new LinkedHashMap<>();
        hints.forEach((pattern, hint) -> patterns.put(Pattern.compile(pattern), hint));
        return patterns;
    }

    public static boolean isNumber(String text) {
        return NUMBER.matches(text.strip()) && Double.isFinite(Double.parseDouble(text.strip()));
    }

    /** @throws UnreadableResultException when it is no finite number */
    static double number(String text, long line) {
        if (!isNumber(text)) {
            throw refused(text, line, hint(text, UNLIKE_NUMBERS));
        }
        return Double.parseDouble(text.strip());
    }

    /**
     * A whole number.
     *
     * @throws UnreadableResultException when it is none
     */
    public static long integer(String text, long line) {
        String stripped = text.strip();
        if (WHOLE.matches(stripped)) {
            try {
                return Long.parseLong(stripped);
            } catch (NumberFormatException e) {
                throw refused(text, line, "must be a whole number, and not so large.");
            }
        }
        var withZeros = WHOLE_WITH_ZEROS.matcher(stripped);
        if (withZeros.matches() && !ColumnOfNumbers.looksGrouped(stripped)) {
            return Long.parseLong(withZeros.group(1));
        }
        throw refused(text, line, whyNotWhole(stripped));
    }

    private static String whyNotWhole(String text) {
        if (!isNumber(text)) {
            return hint(text, "must be a whole number.");
        }
        if (ColumnOfNumbers.looksGrouped(text)) {
            return "must be a whole number. Is its point a thousands separator? Leave it out.";
        }
        return text.contains("e") || text.contains("E")
                ? "must be a whole number with all of its digits. A spreadsheet has shortened it: give the file as it "
                        + "was before."
                : "must be a whole number.";
    }

    private static String hint(String text, String usual) {
        String stripped = text.strip();
        return HINTS.entrySet().stream()
                .filter(hint -> stripped.length() <= 100 && hint.getKey().matches(stripped))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(usual);
    }

    private static UnreadableResultException refused(String text, long line, String why) {
        return UnreadableResultException.atLine(line, "\"" + ShortText.of(text) + "\" " + why);
    }
}
