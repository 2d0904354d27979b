package dev.shipgate.ingest.request;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shipgate.ingest.read.ShortText;
import dev.shipgate.ingest.read.UnreadableResultException;
import dev.shipgate.ingest.read.WholeLines;
import dev.shipgate.ingest.table.ColumnOfNumbers;
import dev.shipgate.ingest.table.CsvRows;
import dev.shipgate.ingest.table.NumberCell;
import dev.shipgate.ingest.table.SpareLastColumn;
import dev.shipgate.ingest.tool.RequestRows;
import java.io.IOException;
import java.io.InputStream;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.ObjLongConsumer;

/**
 * A table whose columns are named as the fields of a request. Other columns are taken too if they hold numbers; a note
 * names those that do not.
 */
final class RequestTable {

    /** More do not fit into a request. */
    private static final int MAX_ROWS = 100_000;

    private static final int MAX_CELLS = 1_000_000;

    /** The rule for the cells of a column. An empty cell was not measured, unless its column names the row. */
    enum Column {
        NAMING_WHOLE_NUMBER,
        NAMING_MINUTE,
        WHOLE_NUMBER,
        NUMBER
    }

    private final Map<String, Column> known;
    private final List<String> required;
    private final List<ColumnOfNumbers> numbers = new ArrayList<>();

    /** @param required of the known ones, in the order in which those that are missing are reported */
    RequestTable(Map<String, Column> known, List<String> required) {
        this.known = known;
        this.required = required;
    }

    /**
     * Reads a table.
     *
     * @throws UnreadableResultException when a required column is not there, a cell does not fit the rule of its
     *     column, or there are no rows
     */
    RequestRows read(InputStream file) throws IOException {
        return read(file, (row, line) -> {});
    }

    /**
     * The same.
     *
     * @param check of a row and its line, for rules that {@link Column} cannot express
     */
    RequestRows read(InputStream file, ObjLongConsumer<JsonNode> check) throws IOException {
        ArrayNode elements = JsonNodeFactory.instance.arrayNode();
        Set<String> notNumbers = new LinkedHashSet<>();
        Optional<SpareLastColumn> spare;
        boolean endsWithoutCell = true;
        WholeLines lines = new WholeLines(file);
        try (CsvRows rows = CsvRows.of(lines, ',')) {
            rows.require(required);
            List<String> columns = rows.columns();
            spare = spare(columns);
            columns.forEach(name -> numbers.add(new ColumnOfNumbers(name)));
            while (rows.hasNext()) {
                CsvRows.Row row = rows.next();
                endsWithoutCell = row.text(columns.size() - 1).isBlank();
                spare.ifPresent(column -> column.look(row));
                ObjectNode element = elements.addObject();
                read(row, columns, element, notNumbers);
                check.accept(element, row.line());
                if (elements.size() > MAX_ROWS || (long) elements.size() * columns.size() > MAX_CELLS) {
                    throw new UnreadableResultException(
                            "There are more than " + MAX_ROWS + " rows, or " + MAX_CELLS + " cells.");
                }
            }
        }
        // A table that was written by hand may lack the end of its last line, but not its last cell.
        if (endsWithoutCell) {
            lines.requireWhole();
        }
        if (elements.isEmpty()) {
            throw new UnreadableResultException("There are no rows under the header.");
        }
        elements.forEach(element -> ((ObjectNode) element).remove(notNumbers));
        List<String> notes = notes(notNumbers);
        spare.flatMap(SpareLastColumn::note).ifPresent(notes::add);
        return new RequestRows(elements, notes);
    }

    private Optional<SpareLastColumn> spare(List<String> columns) {
        int last = columns.size() - 1;
        return last > 0 && !required.contains(columns.get(last)) && known.get(columns.get(last - 1)) == Column.NUMBER
                ? Optional.of(new SpareLastColumn(columns.get(last - 1), columns.get(last), last))
                : Optional.empty();
    }

    private List<String> notes(Set<String> notNumbers) {
        List<String> notes = new ArrayList<>();
        if (!notNumbers.isEmpty()) {
            notes.add("Left out, as not all of their cells are numbers: the columns " + String.join(", ", notNumbers)
                    + ".");
        }
        for (ColumnOfNumbers column : numbers) {
            Optional<String> note = column.check();
            if (!notNumbers.contains(column.name())) {
                note.ifPresent(notes::add);
            }
        }
        return notes;
    }

    private void read(CsvRows.Row row, List<String> columns, ObjectNode element, Set<String> notNumbers) {
        for (int i = 0; i < columns.size(); i++) {
            String name = columns.get(i);
            Column column = known.get(name);
            if (column != null) {
                put(element, name, column, row, i);
            } else if (!row.text(i).isBlank() && !putNumber(element, name, row, i)) {
                notNumbers.add(name);
            }
            if (NumberCell.isNumber(row.text(i))) {
                numbers.get(i).add(row.text(i), row.line());
            }
        }
    }

    private static void put(ObjectNode element, String name, Column column, CsvRows.Row row, int index) {
        boolean isEmpty = row.text(index).isBlank();
        switch (column) {
            case NAMING_WHOLE_NUMBER -> element.put(name, row.integer(index));
            case NAMING_MINUTE -> putMinute(element, name, row, index);
            case WHOLE_NUMBER -> {
                if (!isEmpty) {
                    element.put(name, row.integer(index));
                }
            }
            case NUMBER -> {
                if (!isEmpty) {
                    element.put(name, row.number(index));
                }
            }
        }
    }

    private static void putMinute(ObjectNode element, String name, CsvRows.Row row, int index) {
        String text = row.text(index).strip();
        if (!NumberCell.isNumber(text)) {
            try {
                element.put(name, OffsetDateTime.parse(text).toInstant().toString());
            } catch (DateTimeParseException e) {
                throw UnreadableResultException.atLine(
                        row.line(),
                        "\"" + ShortText.of(text)
                                + "\" must be a whole number or an ISO-8601 instant such as 2026-11-23T10:00:00Z.");
            }
        } else {
            element.put(name, row.integer(index));
        }
    }

    private static boolean putNumber(ObjectNode element, String name, CsvRows.Row row, int index) {
        String text = row.text(index);
        if (!NumberCell.isNumber(text)) {
            return false;
        }
        double number = Double.parseDouble(text);
        if (number == Math.rint(number) && Math.abs(number) < 1L << 53) {
            element.put(name, (long) number);
        } else {
            element.put(name, number);
        }
        return true;
    }
}
