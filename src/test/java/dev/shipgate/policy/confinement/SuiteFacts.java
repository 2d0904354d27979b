package dev.shipgate.policy.confinement;

import dev.shipgate.capacity.Step;
import dev.shipgate.decision.Release;
import dev.shipgate.loadgate.Budget;
import dev.shipgate.loadgate.RouteMetrics;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** The facts on which the suites of rulesets are evaluated. */
public final class SuiteFacts {

    private static final Release RELEASE =
            new Release("voice-agent", "production", "2026.11.23-1", Map.of("track", "canary"));

    private SuiteFacts() {}

    /** Of a load test and a step-load test, for rulesets with the features that authors need. */
    public static List<Object> legitimate() {
        return List.of(
                RELEASE,
                new RouteMetrics("book_table", 900.0, 0.004, 0.041, 0.01, Map.of("ttft_p95_ms", 420.0), List.of()),
                new RouteMetrics("small_talk", 480.0, 0.008, 0.017, 0.02, Map.of(), List.of()),
                new RouteMetrics("opening_hours", null, 0.001, 0.011, 0.0, Map.of(), List.of("p95_ms")),
                new Budget("book_table")
                        .p95Ms(800)
                        .errorRate(0.01)
                        .costPerSuccess(0.05)
                        .minGainForCostOverrun(0.02),
                new Step(1, 50, 420.0, 0.001, Map.of(), List.of()),
                new Step(2, 100, 510.0, 0.002, Map.of(), List.of()),
                new Step(3, 150, 720.0, 0.006, Map.of(), List.of()),
                new Step(4, 200, 910.0, 0.02, Map.of(), List.of()));
    }

    /** Some of which every attack starts from. */
    static List<Object> hostile() {
        List<Object> facts = new ArrayList<>(List.of("go", "one"));
        IntStream.rangeClosed(1, 50).forEach(facts::add);
        facts.add(RELEASE);
        return facts;
    }
}
