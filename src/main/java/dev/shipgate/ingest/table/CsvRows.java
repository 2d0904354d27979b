package dev.shipgate.ingest.table;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import dev.shipgate.file.WatchedStream;
import dev.shipgate.ingest.read.TextEncoding;
import dev.shipgate.ingest.read.UnreadableResultException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/**
 * A table with a header (RFC 4180), row by row. Columns are found by name, so that their order does not matter and more
 * of them do no harm.
 */
public final class CsvRows implements Iterator<CsvRows.Row>, AutoCloseable {

    private final CsvReader<CsvRecord> reader;
    private final QuotesCounted file;
    private final Iterator<CsvRecord> records;
    private final CsvHeader header;
    private @Nullable CsvRecord ahead;
    private long line = 1;

    private CsvRows(CsvReader<CsvRecord> reader, QuotesCounted file) {
        this.reader = reader;
        this.file = file;
        this.records = reader.iterator();
        if (!hasNext()) {
            throw new UnreadableResultException("The file is empty. Its first line must name the columns.");
        }
        this.header = CsvHeader.of(takeAhead().getFields());
    }

    /**
     * Starts to read a table.
     *
     * @param separator mostly a comma
     * @throws UnreadableResultException when it has no header, or one with a name twice
     */
    public static CsvRows of(InputStream file, char separator) {
        QuotesCounted counted = new QuotesCounted(file);
        return new CsvRows(
                CsvReader.builder()
                        .fieldSeparator(separator)
                        .skipEmptyLines(true)
                        .allowExtraFields(true)
                        .allowMissingFields(true)
                        .ofCsvRecord(TextEncoding.reader(counted)),
                counted);
    }

    /**
     * All columns that a table must have, of which those that are not there are reported together.
     *
     * @param names in the order in which they are reported
     * @throws UnreadableResultException when one is not there
     */
    public void require(List<String> names) {
        MissingColumns.describe(names, columns()).ifPresent(missing -> {
            throw new UnreadableResultException(missing);
        });
    }

    public boolean hasColumn(String name) {
        return header.has(name);
    }

    /** The names of all columns, in their order. */
    public List<String> columns() {
        return header.names();
    }

    /**
     * Where a column is.
     *
     * @throws UnreadableResultException when there is no such column
     */
    public int column(String name) {
        return header.indexOf(name);
    }

    /** Whether there is another row; throws {@link UnreadableResultException} when the rest is no table. */
    @Override
    public boolean hasNext() {
        try {
            while (ahead == null && records.hasNext()) {
                CsvRecord csv = records.next();
                ahead = isOfNothing(csv) ? null : csv;
            }
            if (ahead == null && file.isWithinQuotes()) {
                throw new UnreadableResultException(
                        "A quotation mark has no end, so that all rows after it would be one cell. Is the file cut off?");
            }
            return ahead != null;
        } catch (UncheckedIOException e) {
            throw new UnreadableResultException("The file cannot be read to its end.");
        } catch (CsvParseException e) {
            throw CsvErrors.of(
                    e,
                    "After line " + line
                            + " the file is no table: its cells are too long, or too many. Maybe a quotation mark has no end?");
        }
    }

    /** Spreadsheets write commas alone for rows of nothing. */
    private static boolean isOfNothing(CsvRecord csv) {
        return csv.getField(0).isBlank() && csv.getFields().stream().allMatch(String::isBlank);
    }

    private CsvRecord takeAhead() {
        if (!hasNext() || ahead == null) {
            throw new NoSuchElementException();
        }
        CsvRecord csv = ahead;
        ahead = null;
        return csv;
    }

    @Override
    public Row next() {
        CsvRecord csv = takeAhead();
        line = csv.getStartingLineNumber();
        header.requireNotAgain(csv.getFields(), line);
        if (csv.getFieldCount() != header.size()) {
            throw UnreadableResultException.atLine(
                    line,
                    "The row has " + csv.getFieldCount() + " cells, and the header has " + header.size() + ". "
                            + (csv.getFieldCount() < header.size()
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

        /** @throws UnreadableResultException when a cell is no finite number */
        void requireNumber(int column) {
            double unused = number(column);
        }
    }

    /** The parser takes the end of the file for the end of a cell, also within quotation marks. */
    private static final class QuotesCounted extends WatchedStream {

        private long quotes;

        QuotesCounted(InputStream in) {
            super(in);
        }

        /** Marks come in pairs, also those within a cell. */
        boolean isWithinQuotes() {
            return quotes % 2 == 1;
        }

        @Override
        protected void saw(byte[] buffer, int offset, int count) {
            for (int i = offset; i < offset + count; i++) {
                quotes += buffer[i] == '"' ? 1 : 0;
            }
        }
    }
}
