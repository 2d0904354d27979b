package dev.shipgate.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.shipgate.report.Notice.Level;
import dev.shipgate.report.Row.RowOutcome;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The lines of a capacity: its outcome, rules that contradict one another, its steps and warnings. A step that fails
 * bounds the capacity and blocks nothing; the outcome does.
 */
final class StepRows {

    private static final String STEP = "step";

    private static final String NOT_EVALUATED = "not_evaluated";

    private final String kind;
    private final JsonNode capacity;
    private final FiredRules rules;
    private final Level level;

    StepRows(AnswerLines.Section section) {
        this.kind = section.kind().name();
        this.capacity = section.answer();
        this.rules = section.rules();
        this.level = section.level();
    }

    void addTo(List<Row> rows, List<Notice> notices) {
        String outcome = JsonText.of(capacity, "outcome");
        if (blocks(outcome)) {
            addOutcome(outcome, rows, notices);
        }
        Contradictions.add(kind, capacity, level, rows, notices);
        for (JsonNode step : JsonText.elements(capacity.path("steps"))) {
            rows.add(row(step));
        }
        new Warnings(kind, "concurrency", "step of ", rules).add(capacity, rows, notices);
    }

    /** By its verdict. Parts of earlier releases have none, and there the outcome alone decided. */
    private boolean blocks(String outcome) {
        return AnswerVerdict.isIn(capacity)
                ? AnswerVerdict.of(capacity) == AnswerVerdict.BLOCK
                : !outcome.isEmpty() && !isSure(outcome);
    }

    private static boolean isSure(String outcome) {
        return outcome.equals("supported") || outcome.equals("at_least");
    }

    private void addOutcome(String outcome, List<Row> rows, List<Notice> notices) {
        Notice notice = isSure(outcome)
                ? whyNotEnough()
                : notice(
                        "capacity_" + outcome,
                        outcome.equals("unconfirmed") ? "The last steps fail, too few to call it a break." : whyNone(),
                        rules.named(kind, JsonText.of(capacity, "outcome_rule")));
        notices.add(notice);
        rows.add(Row.of(
                kind, "", "outcome", RowOutcome.FAIL, JsonText.of(capacity, "max_supported_concurrency"), notice));
    }

    private Notice notice(String reason, String detail, @Nullable RuleNote rule) {
        return new Notice(level, kind, "", reason, detail, rule);
    }

    /** Of a capacity that is sure, and blocks: less than the caller requires, or nothing that rules rely on. */
    private Notice whyNotEnough() {
        JsonNode supported = capacity.path("max_supported_concurrency");
        JsonNode required = capacity.path("required_concurrency");
        return required.longValue() > supported.longValue()
                ? notice(
                        "capacity_below_required",
                        "Supported are " + JsonText.of(supported) + " concurrent requests, and " + JsonText.of(required)
                                + " are required.",
                        null)
                : notice("capacity_not_confirmed", "No rule confirms that this can be relied on.", null);
    }

    /**
     * Mostly the service broke too early; but where rules leave a step open, or contradict one another, nothing is
     * supported either.
     */
    private String whyNone() {
        List<JsonNode> steps = JsonText.elements(capacity.path("steps"));
        if (!Contradictions.of(capacity).isEmpty()) {
            return "Rules contradict one another, so nothing counts as supported.";
        }
        if (steps.isEmpty()) {
            return "There is no step.";
        }
        if (steps.stream()
                .anyMatch(step -> JsonText.joined(step.path("violated")).contains(NOT_EVALUATED))) {
            return "Not every step was judged by a rule, so nothing counts as supported.";
        }
        return steps.stream().anyMatch(step -> JsonText.of(step, "role").equals("supported"))
                ? "Steps passed, and the rules do not tell which of them is supported."
                : "No step passed before the break.";
    }

    /** The numbers that were measured of the step, where they are told. */
    private static String numbers(JsonNode step) {
        List<String> numbers = new ArrayList<>();
        String p95 = p95(step);
        if (!p95.isEmpty()) {
            numbers.add("p95 " + p95 + " ms");
        }
        String errorRate = JsonText.of(step, "error_rate");
        if (!errorRate.isEmpty()) {
            numbers.add("error rate " + errorRate);
        }
        return numbers.isEmpty() ? "" : " (" + String.join(", ", numbers) + ")";
    }

    private static String p95(JsonNode step) {
        String bounds = P95Bounds.of(step, MissingNode.getInstance());
        return bounds.isEmpty() ? JsonText.of(step, "p95_ms") : bounds;
    }

    private Row row(JsonNode step) {
        JsonNode passes = step.path("passes");
        boolean passed = passes.isBoolean() && passes.booleanValue();
        String violated = JsonText.joined(step.path("violated"));
        String detail = JsonText.of(step, "role") + (violated.isEmpty() ? "" : ": " + violated) + numbers(step);
        return Row.withoutNotice(
                kind, JsonText.of(step, "concurrency"), STEP, passed ? RowOutcome.PASS : RowOutcome.FAIL, "", detail);
    }
}
