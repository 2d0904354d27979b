package dev.shipgate.decision;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/** Counts decisions by kind and verdict, how long their evaluation took, and how often each rule fired. */
@ApplicationScoped
public class DecisionMetrics {

    private final MeterRegistry registry;
    private final RuleFirings firings;
    private final Map<String, Timer> timers = new ConcurrentHashMap<>();

    DecisionMetrics(MeterRegistry registry, RuleFirings firings) {
        this.registry = registry;
        this.firings = firings;
    }

    void decided(Decision decision, long nanos) {
        count(decision.kind(), decision.answer().verdict(), nanos);
        firings.count(decision.answer().firings(), decision.evaluatedAt());
    }

    void failed(String kind, long nanos) {
        count(kind, Verdict.ERROR, nanos);
    }

    private void count(String kind, Verdict verdict, long nanos) {
        registry.counter("shipgate.evaluations", "kind", kind, "verdict", verdict.lowerCase())
                .increment();
        timers.computeIfAbsent(kind, this::timer).record(nanos, TimeUnit.NANOSECONDS);
    }

    private Timer timer(String kind) {
        return Timer.builder("shipgate.evaluation")
                .description("Time in the rules, without reading the request and writing the answer")
                .tag("kind", kind)
                .serviceLevelObjectives(
                        Duration.ofNanos(50_000),
                        Duration.ofNanos(100_000),
                        Duration.ofNanos(250_000),
                        Duration.ofMillis(1),
                        Duration.ofMillis(5),
                        Duration.ofMillis(25),
                        Duration.ofMillis(100),
                        Duration.ofMillis(500),
                        Duration.ofSeconds(2),
                        Duration.ofSeconds(10))
                .register(registry);
    }
}
