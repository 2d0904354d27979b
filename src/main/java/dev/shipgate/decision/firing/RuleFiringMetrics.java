package dev.shipgate.decision.firing;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Counts how often each rule fires. Thread-safe. */
@ApplicationScoped
public class RuleFiringMetrics {

    private record Key(String packageName, String rule) {}

    private final MeterRegistry registry;
    private final Map<Key, Counter> counters = new ConcurrentHashMap<>();

    RuleFiringMetrics(MeterRegistry registry) {
        this.registry = registry;
    }

    public void count(List<FiringCount> fired) {
        fired.forEach(count -> counters.computeIfAbsent(
                        new Key(count.rule().packageName(), count.rule().rule()), this::newCounter)
                .increment(count.fired()));
    }

    private Counter newCounter(Key key) {
        return Counter.builder("shipgate.rule.firings")
                .description("How often a rule fired")
                .tag("package", key.packageName())
                .tag("rule", key.rule())
                .register(registry);
    }
}
