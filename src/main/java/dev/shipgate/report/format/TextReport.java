package dev.shipgate.report.format;

import dev.shipgate.report.Column;
import dev.shipgate.report.Notice;
import dev.shipgate.report.Report;
import dev.shipgate.report.ReportedKind;
import dev.shipgate.report.Row;
import dev.shipgate.report.RuleNote;
import dev.shipgate.text.OneLine;
import dev.shipgate.text.PipelineCommands;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A table for terminals: the verdict first, and the rows that did not pass before the rest. */
final class TextReport {

    /** Wider cells are cut. */
    private static final int MAX_CELL_WIDTH = 60;

    private final Report report;
    private final StringBuilder text = new StringBuilder();

    private TextReport(Report report) {
        this.report = report;
    }

    static String write(Report report) {
        return new TextReport(report).write();
    }

    private String write() {
        line(report.conclusion().toUpperCase(Locale.ROOT) + "  " + OneLine.of(report.title()));
        report.tables().forEach(this::table);
        notices("Held back by", report.blocking());
        notices("Waived", report.waived());
        notices("Warnings", report.warnings());
        footer();
        return text.toString();
    }

    private void line(String line) {
        text.append(PipelineCommands.brokenIn(line.stripTrailing())).append('\n');
    }

    private void table(String part, List<Row> rows) {
        List<Column> columns = report.kind().named(part).lines().columns(rows);
        List<List<String>> lines = new ArrayList<>();
        lines.add(columns.stream().map(Column::heading).toList());
        rows.stream()
                .sorted(Comparator.comparing(Row::isSettled))
                .forEach(row -> lines.add(columns.stream()
                        .map(column -> OneLine.of(column.text().apply(row), maxWidth(column, row)))
                        .toList()));
        line("");
        line(ReportedKind.title(part));
        int[] widths = new int[columns.size()];
        for (List<String> cells : lines) {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], width(cells.get(i)));
            }
        }
        for (List<String> cells : lines) {
            StringBuilder line = new StringBuilder();
            for (int i = 0; i < widths.length; i++) {
                line.append("  ")
                        .append(padded(cells.get(i), widths[i], columns.get(i).isNumber()));
            }
            line(line.toString());
        }
    }

    /** The sentence of a notice stands below the tables in full. */
    private static int maxWidth(Column column, Row row) {
        // Sentences that stand nowhere else are as long as they may be on any one line.
        return column.hasSentences() && row.notice() == null ? OneLine.MAX_LENGTH : MAX_CELL_WIDTH;
    }

    private static int width(String cell) {
        return cell.codePointCount(0, cell.length());
    }

    private static String padded(String cell, int width, boolean fromTheRight) {
        String space = " ".repeat(width - width(cell));
        return fromTheRight ? space + cell : cell + space;
    }

    private void notices(String heading, List<Notice> notices) {
        if (notices.isEmpty()) {
            return;
        }
        line("");
        line(heading);
        for (Notice notice : notices) {
            line("  " + noCommand(OneLine.of(notice.sentence())));
            RuleNote rule = notice.rule();
            if (rule != null) {
                line("    rule " + OneLine.of(rule.name())
                        + (rule.owner().isEmpty() ? "" : ", owner " + OneLine.of(rule.owner()))
                        + (rule.doc() == null ? "" : ", " + rule.doc()));
            }
        }
    }

    /**
     * GitHub obeys a line that begins with two colons, as one of a route {@code ::error::x} would, whatever its blanks.
     */
    private static String noCommand(String sentence) {
        return sentence.startsWith("::") ? "- " + sentence : sentence;
    }

    private void footer() {
        String facts = facts();
        if (!facts.isEmpty() || !report.page().isEmpty()) {
            line("");
        }
        if (!facts.isEmpty()) {
            line(facts);
        }
        if (!report.page().isEmpty()) {
            line("Details: " + report.page());
        }
    }

    private String facts() {
        List<String> words = new ArrayList<>();
        words.add(report.decisionId().isEmpty() ? "" : "decision " + report.decisionId());
        words.add(report.rulesetVersion().isEmpty() ? "" : "rules " + report.shortRulesetVersion());
        words.add(report.evaluatedAt());
        return words.stream().filter(word -> !word.isEmpty()).map(OneLine::of).collect(Collectors.joining(", "));
    }
}
