package dev.shipgate.ingest.table;

import com.google.re2j.Pattern;
import dev.shipgate.ingest.read.ShortText;
import dev.shipgate.ingest.read.UnreadableResultException;

/** A cell that a spreadsheet writes otherwise than the tool whose table was saved with it. */
public final class SpreadsheetCell {

    private static final Pattern SHORTENED = Pattern.compile("[0-9]+([.,][0-9]+)?[eE]\\+?[0-9]+");

    private SpreadsheetCell() {}

    /**
     * Whether a text is {@code true}, and not {@code false}.
     *
     * @param what the name of the cell, as messages say it
     * @param tool that wrote the file, for people
     * @throws UnreadableResultException when it is neither
     */
    public static boolean truth(String what, String text, String tool, long line) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default ->
                throw UnreadableResultException.atLine(
                        line,
                        what + " is \"" + ShortText.of(text) + "\". "
                                + (text.equalsIgnoreCase("true") || text.equalsIgnoreCase("false")
                                        ? "A spreadsheet has changed the file: it writes TRUE and FALSE, and times as "
                                                + "1.76E+12. Give it as " + tool + " wrote it."
                                        : "It must be true or false."));
        };
    }

    /**
     * Requires that a long number is not written as a spreadsheet shows it.
     *
     * @param what the name of the cell, as messages say it
     * @param tool that wrote the file, for people
     * @throws UnreadableResultException when it is
     */
    public static void requireAllDigits(String what, String text, String tool, long line) {
        if (SHORTENED.matches(text)) {
            throw UnreadableResultException.atLine(
                    line,
                    what + " is \"" + ShortText.of(text)
                            + "\", of which a spreadsheet has taken digits away. Give the file as " + tool
                            + " wrote it.");
        }
    }
}
