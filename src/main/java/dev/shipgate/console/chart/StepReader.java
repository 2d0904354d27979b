package dev.shipgate.console.chart;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shipgate.console.chart.StepLoadChart.Step;
import java.util.ArrayList;
import java.util.List;

/** Reads the steps of an answer. A step without a concurrency has no place in a chart, and is left out. */
final class StepReader {

    private StepReader() {}

    static StepLoadChart read(JsonNode answer) {
        // All steps were held against the same limits. Answers of earlier versions do not tell them.
        JsonNode limits = answer.path("limits");
        List<Step> steps = new ArrayList<>();
        for (JsonNode step : JsonValue.elements(answer, "steps")) {
            Long concurrency = JsonValue.count(step, "concurrency");
            if (concurrency != null && concurrency > 0) {
                steps.add(step(concurrency, step, limits));
            }
        }
        return new StepLoadChart(
                steps,
                JsonValue.count(answer, "max_supported_concurrency"),
                JsonValue.count(answer, "first_failing_concurrency"));
    }

    private static Step step(long concurrency, JsonNode step, JsonNode limits) {
        JsonNode passes = step.path("passes");
        return new Step(
                concurrency,
                passes.isBoolean() ? passes.booleanValue() : null,
                StepRole.of(JsonValue.text(step, "role")),
                JsonValue.elements(step, "violated").stream()
                        .filter(JsonNode::isTextual)
                        .map(JsonNode::textValue)
                        .toList(),
                new Percentile(
                        JsonValue.notNegative(step, "p95_ms"),
                        JsonValue.notNegative(step, "p95_at_least_ms"),
                        JsonValue.notNegative(step, "p95_at_most_ms")),
                JsonValue.rate(step, "error_rate"),
                JsonValue.notNegative(limits, "p95_ms"),
                JsonValue.rate(limits, "error_rate"));
    }
}
