package dev.shipgate.report;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shipgate.report.Notice.Level;
import dev.shipgate.report.Row.RowOutcome;
import java.util.List;

/** The contradictions between rules in a part of an answer. The sentences name all of these rules. */
final class Contradictions {

    private static final String REASON = "contradicting_findings";

    private Contradictions() {}

    static List<JsonNode> of(JsonNode answer) {
        return JsonText.elements(answer.path("contradictions"));
    }

    static void add(String part, JsonNode answer, Level level, List<Row> rows, List<Notice> notices) {
        for (JsonNode contradiction : of(answer)) {
            Notice notice = new Notice(level, part, "", REASON, JsonText.of(contradiction, "detail"), null);
            notices.add(notice);
            rows.add(Row.of(part, "", REASON, RowOutcome.FAIL, "", notice));
        }
    }
}
