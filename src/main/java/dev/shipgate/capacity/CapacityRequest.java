package dev.shipgate.capacity;

import dev.shipgate.decision.Limit;
import dev.shipgate.decision.MeasurementSource;
import dev.shipgate.decision.Release;
import dev.shipgate.decision.evidence.MissingFields;
import dev.shipgate.decision.evidence.ReportedP95;
import dev.shipgate.json.JsonObject;
import dev.shipgate.number.Range;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A capacity request, as facts.
 *
 * @param release what is to be released
 * @param source where the numbers come from; null when the caller does not say
 * @param steps in the order in which they ran
 * @param budget what the caller asks for
 * @param sustainedSteps what the caller calls sustained
 * @param pointer where the request is in the body: empty, or that of the part of a larger one
 */
record CapacityRequest(
        Release release,
        @Nullable MeasurementSource source,
        List<Step> steps,
        CapacityBudget budget,
        CallerSustainedSteps sustainedSteps,
        String pointer) {

    static CapacityRequest read(JsonObject body, Release release) {
        CapacityBudget budget = new CapacityBudget(
                Limit.ofCaller(body.number("p95_budget_ms", Range.NOT_NEGATIVE)),
                Limit.ofCaller(body.number("error_budget", Range.RATIO)));
        Long sustained = body.integer("sustained_steps", 1);
        CallerSustainedSteps sustainedSteps =
                new CallerSustainedSteps(sustained == null ? null : (int) Math.min(sustained, Integer.MAX_VALUE));
        return new CapacityRequest(
                release, MeasurementSource.read(body), readSteps(body), budget, sustainedSteps, body.pointer());
    }

    private static List<Step> readSteps(JsonObject body) {
        List<Step> steps = new ArrayList<>();
        Long before = null;
        for (JsonObject fields : body.array("steps")) {
            Long concurrency = readConcurrency(fields, before);
            Double p95Ms = fields.number(ReportedP95.P95_MS, Range.NOT_NEGATIVE);
            Double errorRate = fields.number("error_rate", Range.RATIO);
            ReportedP95 p95 = ReportedP95.of(fields, p95Ms, fields.otherNumbers());
            steps.add(new Step(
                    steps.size() + 1,
                    // Stands in for one that is wrong, which the body's problems then name.
                    concurrency == null ? 1 : concurrency,
                    p95.measuredMs(),
                    errorRate,
                    p95.others(),
                    new MissingFields()
                            .check(ReportedP95.P95_MS, p95.isMissing())
                            .check("error_rate", errorRate)
                            .names()));
            before = concurrency == null ? before : concurrency;
        }
        return steps;
    }

    private static @Nullable Long readConcurrency(JsonObject fields, @Nullable Long before) {
        if (!fields.has("concurrency")) {
            fields.invalid("concurrency", "is missing. It must be a whole number, 1 or more.");
            return null;
        }
        Long concurrency = fields.integer("concurrency", 1);
        if (concurrency != null && before != null && concurrency < before) {
            fields.contradictory(
                    "concurrency",
                    "must not be lower than in the step before, " + before + ", but is " + concurrency
                            + ". Maybe the test ramps down at its end? Send the ramp-up alone.");
        }
        return concurrency;
    }
}
