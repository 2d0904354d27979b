package dev.shipgate.ingest;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;

/**
 * A table with a header (RFC 4180), row by row. Columns are found by name, so that their order does not matter and more of
 * them do no harm.
 */
public final class CsvRows implements Iterator<CsvRows.Row>, AutoCloseable {

    private static final int MAX_COLUMNS = 1_000;
    private static final int MAX_NAME_LENGTH = 200;

    /** So much of the names of columns is told. */
    private static final int MAX_TOLD = 500;

    private final CsvReader<CsvRecord> reader;
    private final QuotesCounted file;
    private final Iterator<CsvRecord> records;
    private final Map<String, Integer> columns = new LinkedHashMap<>();
    private long line = 1;

    private CsvRows(CsvReader<CsvRecord> reader, QuotesCounted file) {
        this.reader = reader;
        this.file = file;
        this.records = reader.iterator();
    }

    /**
     * Starts to read a table.
     *
     * @param separator mostly a comma
     * @throws UnreadableResultException when it has no header, or one with a name twice
     */
    public static CsvRows of(InputStream file, char separator) {
        QuotesCounted counted = new QuotesCounted(file);
        CsvRows rows = new CsvRows(
                CsvReader.builder()
                        .fieldSeparator(separator)
                        .skipEmptyLines(true)
                        .allowExtraFields(true)
                        .allowMissingFields(true)
                        .ofCsvRecord(counted, StandardCharsets.UTF_8),
                counted);
        rows.readHeader();
        return rows;
    }

    private void readHeader() {
        if (!hasNext()) {
            throw new UnreadableResultException("The file is empty. Its first line must name the columns.");
        }
        List<String> names = records.next().getFields();
        requireSeparated(names);
        if (names.size() > MAX_COLUMNS || names.stream().anyMatch(name -> name.length() > MAX_NAME_LENGTH)) {
            throw new UnreadableResultException("The first line must name the columns: at most " + MAX_COLUMNS
                    + ", of at most " + MAX_NAME_LENGTH + " characters each.");
        }
        for (int i = 0; i < names.size(); i++) {
            String name =
                    i == 0 && names.get(0).startsWith("\uFEFF") ? names.get(0).substring(1) : names.get(i);
            requireName(name, i);
            if (columns.put(name.strip(), i) != null) {
                throw new UnreadableResultException("The column \"" + name + "\" is there more than once.");
            }
        }
    }

    /** What a decimal comma cuts off would lie in such a column, and nobody would see it. */
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

    /**
     * All columns that a table must have, of which those that are not there are told together.
     *
     * @param names in the order in which they are told
     * @throws UnreadableResultException when one is not there
     */
    public void require(List<String> names) {
        MissingColumns.told(names, columns()).ifPresent(told -> {
            throw new UnreadableResultException(told);
        });
    }

    public boolean hasColumn(String name) {
        return columns.containsKey(name);
    }

    /** The names of all columns, in their order. */
    public List<String> columns() {
        return List.copyOf(columns.keySet());
    }

    /**
     * Where a column is.
     *
     * @throws UnreadableResultException when there is no such column
     */
    public int column(String name) {
        Integer index = columns.get(name);
        if (index == null) {
            throw new UnreadableResultException("There is no column \"" + name + "\". The columns are "
                    + ShortText.of(String.join(", ", columns.keySet()), MAX_TOLD) + ".");
        }
        return index;
    }

    /** Whether there is another row; throws {@link UnreadableResultException} when what follows is no table. */
    @Override
    public boolean hasNext() {
        try {
            boolean isThere = records.hasNext();
            if (!isThere && file.isWithinQuotes()) {
                throw new UnreadableResultException(
                        "A quotation mark has no end, so that all rows after it would be one cell. Is the file cut off?");
            }
            return isThere;
        } catch (UncheckedIOException e) {
            throw new UnreadableResultException("The file cannot be read to its end.");
        } catch (CsvParseException e) {
            throw new UnreadableResultException("After line " + line
                    + " the file is no table: its cells are too long, or too many. Maybe a quotation mark has no end?");
        }
    }

    @Override
    public Row next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        CsvRecord csv = records.next();
        line = csv.getStartingLineNumber();
        if (csv.getFieldCount() != columns.size()) {
            throw UnreadableResultException.atLine(
                    line,
                    "The row has " + csv.getFieldCount() + " cells, and the header has " + columns.size() + ". "
                            + (csv.getFieldCount() < columns.size()
                                    ? "Is the file cut off?"
                                    : "Maybe a number has a decimal comma or a thousands separator, or a text with a "
                                            + "comma is not in quotation marks?"));
        }
        return new Row(csv);
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }

    /** One row. */
    public static final class Row {

        private final CsvRecord csv;

        private Row(CsvRecord csv) {
            this.csv = csv;
        }

        public long line() {
            return csv.getStartingLineNumber();
        }

        /** A cell. */
        public String text(int column) {
            return csv.getField(column);
        }

        /**
         * A whole number.
         *
         * @throws UnreadableResultException when it is none
         */
        public long integer(int column) {
            return NumberCell.integer(text(column), line());
        }

        /**
         * A finite number.
         *
         * @throws UnreadableResultException when it is none
         */
        public double number(int column) {
            return NumberCell.number(text(column), line());
        }
    }

    /** The parser takes the end of the file for the end of a cell, also within quotation marks. */
    private static final class QuotesCounted extends FilterInputStream {

        private long quotes;

        QuotesCounted(InputStream in) {
            super(in);
        }

        /** Marks come in pairs, also those within a cell. */
        boolean isWithinQuotes() {
            return quotes % 2 == 1;
        }

        @Override
        public int read() throws IOException {
            int next = super.read();
            quotes += next == '"' ? 1 : 0;
            return next;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int count = super.read(buffer, offset, length);
            for (int i = offset; i < offset + count; i++) {
                quotes += buffer[i] == '"' ? 1 : 0;
            }
            return count;
        }
    }
}
