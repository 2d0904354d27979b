package dev.shipgate.ingest.vegeta;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import dev.shipgate.ingest.read.TextEncoding;
import dev.shipgate.ingest.read.UnreadableResultException;
import dev.shipgate.ingest.read.WholeLines;
import dev.shipgate.ingest.table.CsvErrors;
import dev.shipgate.ingest.table.NumberCell;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.TimeUnit;

/** The rows of {@code vegeta encode --to=csv}, which has no header: nine columns, or twelve since vegeta 12.8. */
final class VegetaCsv {

    private static final int TIMESTAMP = 0;
    private static final int STATUS = 1;
    private static final int LATENCY = 2;
    private static final int ERROR = 5;
    private static final int ATTACK = 7;
    private static final int METHOD = 9;
    private static final int URL = 10;

    private static final int FEW_COLUMNS = 9;
    private static final int ALL_COLUMNS = 12;

    private VegetaCsv() {}

    static void read(InputStream file, RowSink rows) throws IOException {
        WholeLines lines = new WholeLines(file);
        try (CsvReader<CsvRecord> reader = CsvReader.builder().ofCsvRecord(TextEncoding.reader(lines))) {
            for (CsvRecord csv : reader) {
                rows.row(csv.getStartingLineNumber(), row(csv));
            }
        } catch (CsvParseException e) {
            throw CsvErrors.of(e, "The file is no table with commas and quotes: a cell is too long, or has no end.");
        }
        lines.requireWhole();
    }

    private static VegetaRow row(CsvRecord csv) {
        int columns = csv.getFieldCount();
        if (columns != FEW_COLUMNS && columns != ALL_COLUMNS) {
            throw UnreadableResultException.atLine(
                    csv.getStartingLineNumber(),
                    "The row has " + columns + " cells. vegeta writes " + FEW_COLUMNS + " or " + ALL_COLUMNS
                            + ". Is the file cut off?");
        }
        boolean hasAll = columns == ALL_COLUMNS;
        return new VegetaRow(
                TimeUnit.NANOSECONDS.toMillis(number(csv, TIMESTAMP)),
                number(csv, STATUS),
                number(csv, LATENCY),
                csv.getField(ERROR),
                csv.getField(ATTACK),
                hasAll ? csv.getField(METHOD) : "",
                hasAll ? csv.getField(URL) : "");
    }

    private static long number(CsvRecord csv, int column) {
        return NumberCell.integer(csv.getField(column), csv.getStartingLineNumber());
    }
}
