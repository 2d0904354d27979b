package dev.shipgate.console.decisions;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shipgate.audit.http.ShownDecision;
import dev.shipgate.console.chart.RetryStormChart;
import dev.shipgate.console.chart.StepLoadChart;
import dev.shipgate.console.chart.picture.Chart;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The charts of a decision: of a retry storm, of a step-load test, and of both where they are parts of one answer. */
final class DecisionCharts {

    private static final String STORMS = "retry_storms";
    private static final String CAPACITY = "capacity";

    private DecisionCharts() {}

    static List<Chart> of(ShownDecision decision) {
        JsonNode request = decision.request();
        JsonNode answer = decision.answer();
        return switch (decision.kind()) {
            case STORMS -> RetryStormChart.of(request, answer).stream().toList();
            case CAPACITY -> StepLoadChart.of(answer).stream().toList();
            default ->
                Stream.of(
                                RetryStormChart.of(request.path(STORMS), answer.path(STORMS)),
                                StepLoadChart.of(answer.path(CAPACITY)))
                        .flatMap(Optional::stream)
                        .toList();
        };
    }
}
