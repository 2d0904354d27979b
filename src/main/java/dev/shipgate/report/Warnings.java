package dev.shipgate.report;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shipgate.report.Notice.Level;
import dev.shipgate.report.Row.RowOutcome;
import java.util.List;

/**
 * The warnings in a part of an answer: people should know them, and they hold nothing back.
 *
 * @param part the kind of the part
 * @param field the field that names the subject of a warning
 * @param before the words that stand before that name in a sentence, such as {@code minute }
 */
record Warnings(String part, String field, String before, FiredRules rules) {

    void add(JsonNode answer, List<Row> rows, List<Notice> notices) {
        for (JsonNode warning : JsonText.elements(answer.path("warnings"))) {
            add(JsonText.of(warning, field), JsonText.of(warning, "reason"), warning, rows, notices);
        }
    }

    /** Adds one that has its detail and its rule elsewhere in the answer. */
    void add(String name, String reason, JsonNode warning, List<Row> rows, List<Notice> notices) {
        Notice notice = new Notice(
                Level.WARNING,
                part,
                name.isEmpty() ? "" : before + name,
                reason,
                JsonText.of(warning, "detail"),
                rules.named(part, JsonText.of(warning, "rule")));
        notices.add(notice);
        rows.add(Row.of(part, name, reason, RowOutcome.WARNING, "", notice));
    }
}
