package dev.shipgate.console.chart;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shipgate.console.chart.picture.Chart;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Latency and errors over the steps of a step-load test, with the concurrency that is supported and the break.
 *
 * @param steps in the order in which they ran
 * @param supported the highest supported concurrency, 1 or more; null when there is none
 * @param firstFailing the concurrency of the break, 1 or more; null when there was none
 */
public record StepLoadChart(
        List<Step> steps,
        @Nullable Long supported,
        @Nullable Long firstFailing) {

    public StepLoadChart {
        steps = List.copyOf(steps);
    }

    /**
     * One step.
     *
     * @param concurrency requests at the same time, 1 or more
     * @param passes null when that is not told
     * @param violated the names of the limits that it violates
     * @param p95 the 95th percentile of latency, in milliseconds
     * @param errorRate failed requests over all, 0 to 1; null when it was not measured
     * @param p95LimitMs milliseconds, 0 or more; null when it is not told
     * @param errorLimit 0 to 1; null when it is not told
     */
    public record Step(
            long concurrency,
            @Nullable Boolean passes,
            StepRole role,
            List<String> violated,
            Percentile p95,
            @Nullable Double errorRate,
            @Nullable Double p95LimitMs,
            @Nullable Double errorLimit) {

        public Step {
            violated = List.copyOf(violated);
            errorRate = Measured.rate(errorRate);
            p95LimitMs = Measured.notNegative(p95LimitMs);
            errorLimit = Measured.rate(errorLimit);
        }
    }

    /** The chart of an answer, which may be of any version or no answer at all; empty when it has no step. */
    public static Optional<Chart> of(JsonNode answer) {
        return StepReader.read(answer).chart();
    }

    /** The chart; empty without steps. */
    public Optional<Chart> chart() {
        return steps.isEmpty() ? Optional.empty() : Optional.of(new StepDrawing(this).chart());
    }

    /** The place of the step that is supported in the list of steps; negative when there is none. */
    int supportedIndex() {
        return lastIndex(StepRole.SUPPORTED, supported);
    }

    /** The place of the break in the list of steps; negative when there was none. */
    int breakIndex() {
        return lastIndex(StepRole.BREAK, firstFailing);
    }

    private int lastIndex(StepRole role, @Nullable Long concurrency) {
        for (int i = steps.size() - 1; i >= 0; i--) {
            Step step = steps.get(i);
            if (concurrency != null && step.role() == role && step.concurrency() == concurrency) {
                return i;
            }
        }
        return -1;
    }
}
