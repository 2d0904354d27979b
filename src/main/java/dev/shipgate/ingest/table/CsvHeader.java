package dev.shipgate.ingest.table;

import dev.shipgate.ingest.read.ShortText;
import dev.shipgate.ingest.read.UnreadableResultException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The names of a table's columns, and where each is. */
final class CsvHeader {

    private static final int MAX_COLUMNS = 1_000;
    private static final int MAX_NAME_LENGTH = 200;

    /** So many characters of the names of columns are in a message. */
    private static final int MAX_REPORTED = 500;

    private final List<String> cells;
    private final Map<String, Integer> columns;

    private CsvHeader(List<String> cells, Map<String, Integer> columns) {
        this.cells = cells;
        this.columns = columns;
    }

    /**
     * Reads the cells of a first line.
     *
     * @throws UnreadableResultException when they are no names, or one is there twice
     */
    static CsvHeader of(List<String> names) {
        requireSeparated(names);
        if (names.size() > MAX_COLUMNS || names.stream().anyMatch(name -> name.length() > MAX_NAME_LENGTH)) {
            throw new UnreadableResultException("The first line must name the columns: at most " + MAX_COLUMNS
                    + ", of at most " + MAX_NAME_LENGTH + " characters each.");
        }
        Map<String, Integer> columns = new LinkedHashMap<>();
        for (int i = 0; i < names.size(); i++) {
            String name =
                    i == 0 && names.get(0).startsWith("\uFEFF") ? names.get(0).substring(1) : names.get(i);
            requireName(name, i);
            if (columns.put(name.strip(), i) != null) {
                throw new UnreadableResultException("The column \"" + name + "\" is there more than once.");
            }
        }
        return new CsvHeader(names, columns);
    }

    /** The digits that a decimal comma cuts off would lie in such a column, and nobody would see it. */
    private static void requireName(String name, int index) {
        if (name.isBlank()) {
            throw new UnreadableResultException("Column " + (index + 1)
                    + " has no name in the first line. Name each column, and leave out what has none, such as a comma at "
                    + "the end of each line.");
        }
    }

    /** A spreadsheet separates by other marks where the comma is the decimal sign. */
    private static void requireSeparated(List<String> names) {
        String first = names.get(0);
        if (names.size() == 1 && (first.contains(";") || first.contains("\t"))) {
            throw new UnreadableResultException("The columns are separated by "
                    + (first.contains(";") ? "semicolons" : "tabs")
                    + ", as a spreadsheet does where decimals have a comma. Separate them by commas, and write decimals "
                    + "with a point.");
        }
    }

    /** @throws UnreadableResultException when a row has the same cells, as where two files were put together */
    void requireNotAgain(List<String> row, long line) {
        if (row.get(0).equals(cells.get(0)) && row.equals(cells)) {
            throw UnreadableResultException.atLine(
                    line,
                    "The names of the columns are there again. Were two files put together? Give each as a file of its "
                            + "own.");
        }
    }

    int size() {
        return columns.size();
    }

    boolean has(String name) {
        return columns.containsKey(name);
    }

    /** In their order. */
    List<String> names() {
        return List.copyOf(columns.keySet());
    }

    /** @throws UnreadableResultException when there is no such column */
    int indexOf(String name) {
        Integer index = columns.get(name);
        if (index == null) {
            throw new UnreadableResultException("There is no column \"" + name + "\". The columns are "
                    + ShortText.of(String.join(", ", columns.keySet()), MAX_REPORTED) + ".");
        }
        return index;
    }
}
