package dev.shipgate.console.decisions;

import dev.shipgate.audit.http.ShownDecision;
import dev.shipgate.console.Filters;
import dev.shipgate.console.chart.LimitBar;
import dev.shipgate.console.rules.RuleLinks;
import dev.shipgate.report.Notice;
import dev.shipgate.report.ReportedKind;
import dev.shipgate.report.Row;
import dev.shipgate.report.RuleNote;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A reason for or against a release, with the numbers that it rests on.
 *
 * @param part the kind of the answer that it comes from, for people; empty where there is only one
 * @param row the line of the report
 * @param notice the reason in words
 * @param waiver the address of the form that grants a waiver for it
 */
record Reason(String part, Row row, Notice notice, URI waiver) {

    static Reason of(ShownDecision decision, Row row) {
        boolean hasParts = !decision.report().kind().parts().isEmpty();
        Notice notice = Objects.requireNonNull(row.notice());
        return new Reason(
                hasParts ? ReportedKind.title(row.part()) : "", row, notice, waiver(decision, row, notice, hasParts));
    }

    private static URI waiver(ShownDecision decision, Row row, Notice notice, boolean hasParts) {
        Map<String, String> covered = new LinkedHashMap<>();
        putIfSaid(covered, "service", decision.service());
        putIfSaid(covered, "environment", decision.environment());
        putIfSaid(covered, "version", decision.version());
        putIfSaid(covered, hasParts ? "part" : "route", row.item());
        putIfSaid(covered, "reason", notice.reason());
        return new Filters("/console/waivers/new", covered).address();
    }

    private static void putIfSaid(Map<String, String> values, String name, @Nullable String value) {
        if (value != null && !value.isEmpty()) {
            values.put(name, value);
        }
    }

    /** The thing that it is about, in words. */
    public String about() {
        return notice.item();
    }

    /** The reason as people read it. */
    public String name() {
        return notice.reason().replace('_', ' ');
    }

    /** Whether something was measured and held against a limit. */
    public boolean hasNumbers() {
        return !row.observed().isEmpty() && !row.limit().isEmpty();
    }

    /** The observed value beside the limit, drawn. */
    public LimitBar bar() {
        return LimitBar.of(Reasons.margin(row), row.outcome().words());
    }

    public @Nullable RuleNote rule() {
        return row.rule();
    }

    /** The page of a rule; null where its file is not told. */
    public @Nullable URI page(RuleNote rule) {
        return rule.file().isEmpty() ? null : RuleLinks.rule(rule.name(), rule.file());
    }
}
