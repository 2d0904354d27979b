package dev.shipgate.console.decisions;

import dev.shipgate.report.Column;
import dev.shipgate.report.Report;
import dev.shipgate.report.ReportedKind;
import dev.shipgate.report.Row;
import java.util.ArrayList;
import java.util.List;

/**
 * The lines of an answer, or of a part of one, that hold nothing back.
 *
 * @param title the name of the part
 * @param headings those of the columns
 * @param rows the texts of the cells, in the order of the columns
 * @param more how many further lines there are
 */
record PassedTable(String title, List<Heading> headings, List<List<Cell>> rows, int more) {

    /** More would be slow to read, and to show; the download has all. */
    private static final int MAX_ROWS = 2_000;

    /** The name of a column. */
    record Heading(String name, boolean isNumber) {}

    /** A text in a column. */
    record Cell(String text, boolean isNumber) {}

    /** One for each part that has such lines. */
    static List<PassedTable> of(Report report) {
        List<PassedTable> tables = new ArrayList<>();
        report.tables().forEach((part, rows) -> {
            List<Row> others = rows.stream().filter(row -> row.notice() == null).toList();
            if (!others.isEmpty()) {
                tables.add(of(
                        ReportedKind.title(part),
                        report.kind().named(part).lines().columns(others),
                        others));
            }
        });
        return tables;
    }

    private static PassedTable of(String title, List<Column> columns, List<Row> rows) {
        return new PassedTable(
                title,
                columns.stream()
                        .map(column -> new Heading(column.heading(), column.isNumber()))
                        .toList(),
                rows.stream().limit(MAX_ROWS).map(row -> cells(columns, row)).toList(),
                Math.max(0, rows.size() - MAX_ROWS));
    }

    private static List<Cell> cells(List<Column> columns, Row row) {
        return columns.stream()
                .map(column -> new Cell(column.text().apply(row), column.isNumber()))
                .toList();
    }

    /** How many lines it has in all. */
    public int count() {
        return rows.size() + more;
    }
}
