package dev.shipgate.report;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shipgate.report.Finding.Level;
import dev.shipgate.report.Row.Outcome;
import java.util.List;

/** The lines of retry storms: alerts, points that could not be judged, warnings, and calm points where they are told. */
final class RetryStormRows {

    private static final String STORM = "retry_storm";

    private RetryStormRows() {}

    static void add(JsonNode storms, FiredRules rules, Level level, List<Row> rows, List<Finding> findings) {
        for (JsonNode alert : JsonText.elements(storms.path("alerts"))) {
            add(alert, STORM, sentence(alert), Outcome.FAIL, level, rows, findings);
        }
        for (JsonNode point : JsonText.elements(storms.path("not_evaluated"))) {
            add(point, "not_evaluated", notEvaluated(point), Outcome.NOT_EVALUATED, level, rows, findings);
        }
        for (JsonNode warning : JsonText.elements(storms.path("warnings"))) {
            add(warning, rules, rows, findings);
        }
        for (JsonNode point : JsonText.elements(storms.path("points"))) {
            if (point.path("storm").isBoolean() && !point.path("storm").booleanValue()) {
                rows.add(Row.of(Kinds.RETRY_STORMS, minute(point), STORM, Outcome.PASS, ratio(point), null));
            }
        }
    }

    private static void add(
            JsonNode point,
            String reason,
            String detail,
            Outcome outcome,
            Level level,
            List<Row> rows,
            List<Finding> findings) {
        Finding finding = new Finding(level, Kinds.RETRY_STORMS, "minute " + minute(point), reason, detail, null);
        findings.add(finding);
        rows.add(Row.of(Kinds.RETRY_STORMS, minute(point), STORM, outcome, ratio(point), finding));
    }

    private static void add(JsonNode warning, FiredRules rules, List<Row> rows, List<Finding> findings) {
        String minute = minute(warning);
        Finding finding = new Finding(
                Level.WARNING,
                Kinds.RETRY_STORMS,
                minute.isEmpty() ? "" : "minute " + minute,
                JsonText.of(warning, "reason"),
                JsonText.of(warning, "detail"),
                rules.named(Kinds.RETRY_STORMS, JsonText.of(warning, "rule")));
        findings.add(finding);
        rows.add(Row.of(Kinds.RETRY_STORMS, minute, finding.reason(), Outcome.WARNING, "", finding));
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
