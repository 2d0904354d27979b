package dev.shipgate.report;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shipgate.report.Notice.Level;
import dev.shipgate.report.Row.RowOutcome;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The lines of retry storms: windows, alerts, points that could not be judged, rules that contradict one another,
 * warnings, and calm points where they are told.
 */
final class PointRows {

    private static final String STORM = "retry_storm";

    private final String kind;
    private final JsonNode storms;
    private final FiredRules rules;
    private final Level level;

    PointRows(AnswerLines.Section section) {
        this.kind = section.kind().name();
        this.storms = section.answer();
        this.rules = section.rules();
        this.level = section.level();
    }

    void addTo(List<Row> rows, List<Notice> notices) {
        for (JsonNode window : JsonText.elements(storms.path("windows"))) {
            rows.add(window(window));
        }
        for (JsonNode alert : JsonText.elements(storms.path("alerts"))) {
            Notice notice = new Notice(level, kind, "minute " + minute(alert), STORM, sentence(alert), rule(alert));
            notices.add(notice);
            rows.add(Row.of(kind, minute(alert), STORM, RowOutcome.FAIL, ratio(alert), notice));
        }
        for (JsonNode point : JsonText.elements(storms.path("not_evaluated"))) {
            Notice notice =
                    new Notice(level, kind, "minute " + minute(point), "not_evaluated", notEvaluated(point), null);
            notices.add(notice);
            rows.add(Row.of(kind, minute(point), STORM, RowOutcome.NOT_EVALUATED, "", notice));
        }
        Contradictions.add(kind, storms, level, rows, notices);
        Warnings warnings = new Warnings(kind, "minute", "minute ", rules);
        JsonNode baseline = storms.path("baseline");
        if (JsonText.of(baseline, "source").equals("none")) {
            // Without a baseline that was asked for, the absolute thresholds alone decide.
            warnings.add("", "no_baseline", baseline, rows, notices);
        }
        warnings.add(storms, rows, notices);
        for (JsonNode point : JsonText.elements(storms.path("points"))) {
            if (point.path("storm").isBoolean() && !point.path("storm").booleanValue()) {
                rows.add(Row.of(kind, minute(point), STORM, RowOutcome.PASS, ratio(point), null));
            }
        }
    }

    /** A storm as a whole; the faults of its minutes are said of each. */
    private Row window(JsonNode window) {
        String start = JsonText.of(window, "start_minute");
        String end = JsonText.of(window, "end_minute");
        String points = JsonText.of(window, "points");
        String detail = "Storm of " + points + (points.equals("1") ? " point" : " points")
                + ", dependency error rate up to " + JsonText.of(window, "peak_dependency_error_rate") + ".";
        return Row.withoutNotice(
                kind,
                start.equals(end) ? start : start + " to " + end,
                "window",
                RowOutcome.FAIL,
                JsonText.of(window, "peak_attempt_ratio"),
                detail);
    }

    private @Nullable RuleNote rule(JsonNode row) {
        return rules.named(kind, JsonText.of(row, "rule"));
    }

    private static String minute(JsonNode point) {
        return JsonText.of(point, "minute");
    }

    private static String ratio(JsonNode point) {
        return JsonText.of(point, "attempt_ratio");
    }

    private static String sentence(JsonNode alert) {
        String amplifiedBy = JsonText.of(alert, "amplified_by");
        String action = JsonText.of(alert, "action");
        return "Attempt ratio " + ratio(alert) + " at a dependency error rate of "
                + JsonText.of(alert, "dependency_error_rate")
                + (amplifiedBy.isEmpty() ? "" : ", amplified by " + amplifiedBy) + "."
                + (action.isEmpty() ? "" : " Action: " + action + ".");
    }

    private static String notEvaluated(JsonNode point) {
        String missing = JsonText.joined(point.path("missing"));
        return missing.isEmpty() ? "No rule judged this point." : "Not measured: " + missing + ".";
    }
}
