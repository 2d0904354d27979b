package dev.shipgate.decision;

import dev.shipgate.decision.firing.RuleFiringMetrics;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

/** Counts decisions by kind and verdict, how long their evaluation took, and how often each rule fired. */
@ApplicationScoped
public class DecisionMetrics {

    /** The meters of one kind, looked up once: looking them up costs more than to count. */
    private record Meters(Timer duration, Map<Verdict, Counter> verdicts) {}

    private final MeterRegistry registry;
    private final RuleFiringMetrics firings;
    private final Map<String, Meters> metersByKind = new ConcurrentHashMap<>();

    DecisionMetrics(MeterRegistry registry, RuleFiringMetrics firings) {
        this.registry = registry;
        this.firings = firings;
    }

    void decided(Decision decision) {
        count(decision.kind(), decision.verdict(), decision.duration());
        firings.count(decision.fired());
        decision.waived().forEach(waived -> waived(decision.kind(), waived.reason()));
    }

    private void count(String kind, Verdict verdict, Duration duration) {
        Meters meters = metersByKind.computeIfAbsent(kind, this::meters);
        Objects.requireNonNull(meters.verdicts().get(verdict)).increment();
        meters.duration().record(duration);
    }

    private void waived(String kind, String reason) {
        Counter.builder("shipgate.waived")
                .description("Failures and blockers that a waiver covered, by reason")
                .tag("kind", kind)
                .tag("reason", reason)
                .register(registry)
                .increment();
    }

    private Meters meters(String kind) {
        Map<Verdict, Counter> verdicts = new EnumMap<>(Verdict.class);
        for (Verdict verdict : Verdict.values()) {
            verdicts.put(
                    verdict,
                    Counter.builder("shipgate.evaluations")
                            .description("Evaluations, by kind and by what they came down to")
                            .tag("kind", kind)
                            .tag("verdict", verdict.lowerCase())
                            .register(registry));
        }
        return new Meters(timer(kind), verdicts);
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
