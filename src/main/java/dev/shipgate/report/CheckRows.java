package dev.shipgate.report;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shipgate.report.Notice.Level;
import dev.shipgate.report.Row.RowOutcome;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The lines of a load gate: its checks, then failures that are about no check, waived or not, then warnings. */
final class CheckRows {

    private final String kind;
    private final JsonNode gate;
    private final FiredRules rules;
    private final Level level;

    /** Several of a route may have one reason. */
    private final Set<Notice> failures = new LinkedHashSet<>();

    private final Map<String, Map<String, Notice>> byRouteAndReason = new HashMap<>();

    /** Failures that are shown beside their check. */
    private final Set<Notice> shown = new HashSet<>();

    CheckRows(AnswerLines.Section section) {
        this.kind = section.kind().name();
        this.gate = section.answer();
        this.rules = section.rules();
        this.level = section.level();
        JsonText.elements(gate.path("failures")).forEach(failure -> add(failure, level, ""));
        JsonText.elements(gate.path(WaivedRows.FIELD))
                .forEach(waived -> add(waived, Level.WAIVED, " " + WaivedRows.sentence(waived)));
    }

    private void add(JsonNode failure, Level ofFailure, String more) {
        Notice notice = new Notice(
                ofFailure,
                kind,
                JsonText.of(failure, "route"),
                JsonText.of(failure, "reason"),
                JsonText.of(failure, "detail") + more,
                rules.named(kind, JsonText.of(failure, "rule")));
        failures.add(notice);
        byRouteAndReason
                .computeIfAbsent(notice.item(), first -> new HashMap<>())
                .putIfAbsent(notice.reason(), notice);
    }

    void addTo(List<Row> rows, List<Notice> notices) {
        for (JsonNode check : JsonText.elements(gate.path("checks"))) {
            rows.add(row(check));
        }
        for (Notice failure : failures) {
            notices.add(failure);
            if (!shown.contains(failure)) {
                rows.add(Row.of(kind, failure.item(), failure.reason(), RowOutcome.FAIL, "", failure));
            }
        }
        new Warnings(kind, "route", "", rules).add(gate, rows, notices);
    }

    private Row row(JsonNode check) {
        String route = JsonText.of(check, "route");
        String name = JsonText.of(check, "check");
        RowOutcome outcome = outcome(JsonText.of(check, "outcome"));
        boolean hasNotice = outcome != RowOutcome.PASS && outcome != RowOutcome.NOT_APPLICABLE;
        Notice notice = hasNotice ? noticeOf(route, name, outcome) : null;
        return new Row(
                kind,
                route,
                name,
                outcome,
                observed(check),
                JsonText.of(check.path("limit"), check.path("observed")),
                JsonText.of(check, "margin"),
                JsonText.percent(check.path("margin")),
                JsonText.of(check, "budget_source"),
                rules.named(kind, JsonText.of(check, "budget_rule")),
                notice == null ? JsonText.of(check, "because") : notice.detail(),
                notice == null ? rules.named(kind, JsonText.of(check, "because_rule")) : null,
                notice);
    }

    private static String observed(JsonNode check) {
        String bounds = P95Bounds.of(check, check.path("limit"));
        return bounds.isEmpty() ? JsonText.of(check.path("observed"), check.path("limit")) : bounds;
    }

    private static RowOutcome outcome(String word) {
        return switch (word) {
            case "pass" -> RowOutcome.PASS;
            case "not_evaluated" -> RowOutcome.NOT_EVALUATED;
            case "not_applicable" -> RowOutcome.NOT_APPLICABLE;
            default -> RowOutcome.FAIL;
        };
    }

    private Notice noticeOf(String route, String check, RowOutcome outcome) {
        @Nullable
        Notice failure = byRouteAndReason.getOrDefault(route, Map.of()).get(check);
        if (failure != null) {
            shown.add(failure);
            return failure;
        }
        String detail = outcome == RowOutcome.NOT_EVALUATED
                ? "The check " + check + " was not evaluated."
                : "The check " + check + " failed.";
        return new Notice(level, kind, route, check, detail, null);
    }
}
