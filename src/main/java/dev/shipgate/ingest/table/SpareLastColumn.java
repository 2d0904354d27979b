package dev.shipgate.ingest.table;

import com.google.re2j.Pattern;
import dev.shipgate.ingest.read.UnreadableResultException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The last column of a table where rows may leave it out, as one of remarks. Such a row has as many cells as the header
 * if the number before has a decimal comma: then 0,22 reads as 0 with the remark 22.
 */
public final class SpareLastColumn {

    private static final Pattern WHOLE = Pattern.compile("[0-9]+");

    private final String before;
    private final String name;
    private final int index;
    private @Nullable String suspicion;
    private boolean isLeftOut;

    /**
     * The one of a table.
     *
     * @param before the name of the column before it, which is of numbers
     * @param index where it is
     */
    public SpareLastColumn(String before, String name, int index) {
        this.before = before;
        this.name = name;
        this.index = index;
    }

    /**
     * Looks at a row.
     *
     * @throws UnreadableResultException when it has digits that can only stand behind a decimal comma
     */
    public void look(CsvRows.Row row) {
        String number = row.text(index - 1).strip();
        String remark = row.text(index).strip();
        if (!WHOLE.matches(remark)) {
            isLeftOut |= !NumberCell.isNumber(remark);
        } else if (WHOLE.matches(number)) {
            // Digits such as 05 are none: they stood behind a decimal comma.
            row.requireNumber(index);
            suspicion = suspicion == null ? describe(row.line(), number, remark) : suspicion;
        }
    }

    private String describe(long line, String number, String remark) {
        return "In line " + line + " " + before + " is " + number + ", and " + name + " is " + remark
                + ", in other lines a text or nothing. If that is " + number + "." + remark
                + " with a decimal comma, write a point.";
    }

    /** The suspicion that is to be told once all rows are there. */
    public Optional<String> note() {
        return isLeftOut ? Optional.ofNullable(suspicion) : Optional.empty();
    }
}
