package dev.shipgate.report.format;

import dev.shipgate.report.Column;
import dev.shipgate.report.Notice;
import dev.shipgate.report.Report;
import dev.shipgate.report.ReportedKind;
import dev.shipgate.report.Row;
import dev.shipgate.report.RuleNote;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A comment on a change, in the Markdown of GitHub and GitLab: the verdict first, and the rows that did not pass before
 * the rest.
 */
final class MarkdownReport {

    /** As many lines of each sort as people read. */
    private static final int MAX_LINES = 50;

    /** No line is begun after these: GitHub takes a comment of 65,536 characters. */
    private static final int MAX_CHARACTERS = 40_000;

    /** More lines that passed are folded away. */
    private static final int MAX_PASSED_IN_SIGHT = 10;

    private final Report report;
    private final StringBuilder text = new StringBuilder();

    private MarkdownReport(Report report) {
        this.report = report;
    }

    static String write(Report report) {
        return new MarkdownReport(report).write();
    }

    private String write() {
        line("## " + (report.passes() ? "✅ " : "❌ ") + MarkdownText.of(report.title()) + ": "
                + MarkdownText.of(report.conclusion()));
        tables();
        notices("Held back by", report.blocking());
        notices("Waived", report.waived());
        notices("Warnings", report.warnings());
        if (!report.page().isEmpty()) {
            line("");
            line(MarkdownText.link("Details", report.page()));
        }
        line("");
        line(footer());
        return text.toString();
    }

    private void line(String line) {
        text.append(line).append('\n');
    }

    private void tables() {
        report.tables().forEach((part, rows) -> {
            if (!report.kind().named(part).lines().haveTable()) {
                return;
            }
            List<Row> open = rows.stream().filter(row -> !row.isSettled()).toList();
            List<Row> passed = rows.stream().filter(Row::isSettled).toList();
            if (!report.kind().parts().isEmpty()) {
                line("");
                line("### " + ReportedKind.title(part));
            }
            if (passed.size() <= MAX_PASSED_IN_SIGHT) {
                table(part, Stream.concat(open.stream(), passed.stream()).toList());
            } else {
                table(part, open);
                line("");
                line("<details><summary>" + passed.size() + " passed</summary>");
                table(part, passed);
                line("");
                line("</details>");
            }
        });
    }

    private void table(String part, List<Row> rows) {
        if (rows.isEmpty()) {
            return;
        }
        List<Column> columns = report.kind().named(part).lines().columns(rows);
        line("");
        line(cells(columns.stream().map(Column::heading).toList()));
        line(cells(columns.stream()
                .map(column -> column.isNumber() ? "--:" : "---")
                .toList()));
        lines(
                rows,
                row -> cells(columns.stream().map(column -> cell(column, row)).toList()));
    }

    private <T> void lines(List<T> lines, Function<T, String> line) {
        int shown = 0;
        while (shown < lines.size() && shown < MAX_LINES && text.length() < MAX_CHARACTERS) {
            line(line.apply(lines.get(shown)));
            shown++;
        }
        if (shown < lines.size()) {
            line("");
            line("… and " + (lines.size() - shown) + " more");
        }
    }

    private static String cells(List<String> cells) {
        return "| " + String.join(" | ", cells) + " |";
    }

    private static String cell(Column column, Row row) {
        String cell = column.text().apply(row);
        if (column.equals(Column.OUTCOME)) {
            return sign(row) + " " + cell;
        }
        return column.heading().equals("route") ? MarkdownText.code(cell) : MarkdownText.of(cell);
    }

    private static String sign(Row row) {
        if (row.passed()) {
            return "✅";
        }
        if (row.isSettled()) {
            return "➖";
        }
        return row.notice() != null && row.notice().blocks() ? "❌" : "⚠️";
    }

    private void notices(String heading, List<Notice> notices) {
        if (notices.isEmpty()) {
            return;
        }
        line("");
        line("**" + heading + "**");
        line("");
        lines(notices, notice -> "- " + item(notice));
    }

    private static String item(Notice notice) {
        String item = notice.item().isEmpty() ? "" : MarkdownText.code(notice.item()) + " ";
        String detail = notice.detail().isEmpty() ? "" : ": " + MarkdownText.of(notice.detail());
        return item + MarkdownText.of(notice.reason()) + detail + rule(notice);
    }

    private static String rule(Notice notice) {
        RuleNote rule = notice.rule();
        if (rule == null) {
            return "";
        }
        return " Rule: " + MarkdownText.code(rule.name())
                + (rule.owner().isEmpty() ? "" : ", owner " + MarkdownText.code(rule.owner()))
                + (rule.doc() == null ? "" : ", " + MarkdownText.link("doc", rule.doc()));
    }

    private String footer() {
        List<String> words = new ArrayList<>();
        words.add(ReportedKind.title(report.kind().name()));
        if (!report.decisionId().isEmpty()) {
            words.add("decision " + MarkdownText.code(report.decisionId()));
        }
        if (!report.rulesetVersion().isEmpty()) {
            // A single colon is no emoji.
            words.add("rules " + MarkdownText.code(report.shortRulesetVersion()).replaceFirst("&#58;", ":"));
        }
        words.add(report.evaluatedAt());
        return "<sub>"
                + words.stream()
                        .filter(word -> !word.isEmpty())
                        .map(word -> word.contains("<code>") ? word : MarkdownText.of(word))
                        .collect(Collectors.joining(" · "))
                + "</sub>";
    }
}
