package dev.shipgate.ingest.table;

import com.google.re2j.Pattern;
import dev.shipgate.ingest.read.UnreadableResultException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How the numbers of a column are written. 1.240 after 420 is 1240 with a thousands separator, or 1.24: a program that
 * writes 420 without decimals does not write three of them there.
 */
public final class ColumnOfNumbers {

    private static final Pattern GROUPED = Pattern.compile("[1-9][0-9]{0,2}\\.[0-9]{3}");

    private record Cell(String text, long line) {}

    private final String name;
    private @Nullable Cell grouped;
    private @Nullable Cell whole;
    private boolean hasOtherDecimals;

    /** @param name as messages say it */
    public ColumnOfNumbers(String name) {
        this.name = name;
    }

    /** Whether a number can have a point as a thousands separator. */
    static boolean looksGrouped(String text) {
        return GROUPED.matches(text);
    }

    public String name() {
        return name;
    }

    /** Looks at a cell that is a number. */
    public void add(String text, long line) {
        String number = text.strip();
        if (looksGrouped(number)) {
            grouped = grouped == null ? new Cell(number, line) : grouped;
        } else if (number.contains(".") || number.contains("e") || number.contains("E")) {
            hasOtherDecimals = true;
        } else if (!number.equals("0")) {
            whole = whole == null ? new Cell(number, line) : whole;
        }
    }

    /**
     * Once all cells are there.
     *
     * @return a note when all of them can be meant with thousands separators, and are not read so
     * @throws UnreadableResultException when nobody can tell thousands separators from decimal points
     */
    public Optional<String> check() {
        if (grouped == null || hasOtherDecimals) {
            return Optional.empty();
        }
        String without = grouped.text.replace(".", "");
        if (whole != null) {
            throw UnreadableResultException.atLine(
                    grouped.line,
                    name + " is " + grouped.text + ", and in line " + whole.line + " it is " + whole.text
                            + ". Is that " + without + " with a thousands separator, or a decimal fraction? Write "
                            + without + ", or " + grouped.text + "0.");
        }
        return Optional.of(name + " has three decimals in each row, such as " + grouped.text
                + ", and is read so. If its points are thousands separators, leave them out: " + without + ".");
    }
}
