package dev.shipgate.report;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shipgate.report.Finding.Level;
import dev.shipgate.report.Row.Outcome;
import java.util.ArrayList;
import java.util.List;

/** The lines of a capacity: its steps and warnings. A step that fails bounds the capacity and blocks nothing; the outcome does. */
final class CapacityRows {

    private static final String STEP = "step";

    private CapacityRows() {}

    static void add(JsonNode capacity, FiredRules rules, Level level, List<Row> rows, List<Finding> findings) {
        AnswerVerdict verdict = AnswerVerdict.of(Kinds.CAPACITY, capacity);
        if (verdict == AnswerVerdict.BLOCK) {
            String outcome = JsonText.of(capacity, "outcome");
            Finding finding = new Finding(level, Kinds.CAPACITY, "", "capacity_" + outcome, sentence(outcome), null);
            findings.add(finding);
            rows.add(Row.of(
                    Kinds.CAPACITY,
                    "",
                    "outcome",
                    Outcome.FAIL,
                    JsonText.of(capacity, "max_supported_concurrency"),
                    finding));
        }
        for (JsonNode step : JsonText.elements(capacity.path("steps"))) {
            rows.add(row(step));
        }
        for (JsonNode warning : JsonText.elements(capacity.path("warnings"))) {
            String concurrency = JsonText.of(warning, "concurrency");
            Finding finding = new Finding(
                    Level.WARNING,
                    Kinds.CAPACITY,
                    concurrency.isEmpty() ? "" : "step of " + concurrency,
                    JsonText.of(warning, "reason"),
                    JsonText.of(warning, "detail"),
                    rules.named(Kinds.CAPACITY, JsonText.of(warning, "rule")));
            findings.add(finding);
            rows.add(Row.of(Kinds.CAPACITY, concurrency, finding.reason(), Outcome.WARNING, "", finding));
        }
    }

    private static String sentence(String outcome) {
        return outcome.equals("unconfirmed")
                ? "The last steps fail, too few to call it a break."
                : "No step passed before the break.";
    }

    /** What was measured of the step, where that is told. */
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
        String atLeast = JsonText.of(step, "p95_at_least_ms");
        String atMost = JsonText.of(step, "p95_at_most_ms");
        if (atLeast.isEmpty() && atMost.isEmpty()) {
            return JsonText.of(step, "p95_ms");
        }
        return atLeast.isEmpty() || atMost.isEmpty()
                ? (atMost.isEmpty() ? "at least " + atLeast : "at most " + atMost)
                : "between " + atLeast + " and " + atMost;
    }

    private static Row row(JsonNode step) {
        JsonNode passes = step.path("passes");
        boolean passed = passes.isBoolean() && passes.booleanValue();
        String violated = JsonText.joined(step.path("violated"));
        String detail = JsonText.of(step, "role") + (violated.isEmpty() ? "" : ": " + violated) + numbers(step);
        return new Row(
                Kinds.CAPACITY,
                JsonText.of(step, "concurrency"),
                STEP,
                passed ? Outcome.PASS : Outcome.FAIL,
                "",
                "",
                "",
                "",
                "",
                null,
                detail,
                null);
    }
}
