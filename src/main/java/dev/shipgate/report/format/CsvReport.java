package dev.shipgate.report.format;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import dev.shipgate.report.Report;
import dev.shipgate.report.Row;
import dev.shipgate.report.RuleNote;
import dev.shipgate.text.HiddenCharacters;
import dev.shipgate.text.PipelineCommands;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.regex.Pattern;

/** A table for spreadsheets (RFC 4180), with one header for all kinds of answers. */
final class CsvReport {

    private static final String[] HEADER = {
        "part", "item", "check", "outcome", "observed", "limit", "margin", "budget_source", "rule", "owner", "detail"
    };

    /** Spreadsheets take a text that begins like this for a formula, and some do so after spaces. */
    private static final Pattern FORMULA =
            Pattern.compile("\\s*[=+\\-@\\t\\r\\uFF1D\\uFF0B\\uFF0D\\uFF20].*", Pattern.DOTALL);

    private static final Pattern LINE_BREAK = Pattern.compile("\\R");

    private static final Pattern NUMBER = Pattern.compile("-?[0-9]+(\\.[0-9]+)?([eE][-+]?[0-9]+)?");

    private CsvReport() {}

    static String write(Report report) {
        StringWriter text = new StringWriter();
        try (CsvWriter csv =
                CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(text)) {
            csv.writeRecord(HEADER);
            for (Row row : report.rows()) {
                csv.writeRecord(cells(row));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The report could not be written", e);
        }
        return text.toString();
    }

    private static String[] cells(Row row) {
        RuleNote rule = row.rule();
        return new String[] {
            safe(row.part()),
            safe(row.item()),
            safe(row.check()),
            row.outcome().words().replace(' ', '_'),
            safe(row.observed()),
            safe(row.limit()),
            safe(row.margin()),
            safe(row.budgetSource()),
            rule == null ? "" : safe(rule.name()),
            rule == null ? "" : safe(rule.owner()),
            safe(row.detail())
        };
    }

    /**
     * The cell on one line, because a pipeline may take the start of a line of its output for a command. A cell that
     * would be a formula gets an apostrophe in front, so that spreadsheets take it for text.
     */
    private static String safe(String cell) {
        String line = LINE_BREAK.matcher(cell).replaceAll(" ");
        String shown = PipelineCommands.brokenIn(HiddenCharacters.replacedIn(line));
        boolean isFormula =
                FORMULA.matcher(shown).matches() && !NUMBER.matcher(shown).matches();
        return isFormula ? "'" + shown : shown;
    }
}
