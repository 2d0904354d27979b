package dev.shipgate.decision;

import dev.shipgate.policy.Firing;
import dev.shipgate.policy.RuleInfo;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Counts how often each rule fires. Thread-safe. */
@ApplicationScoped
public class RuleFirings {

    private record Key(String packageName, String rule) {}

    private final MeterRegistry registry;
    private final Map<Key, Counter> counters = new ConcurrentHashMap<>();

    RuleFirings(MeterRegistry registry) {
        this.registry = registry;
    }

    void count(List<Firing> firings) {
        // By identity: hashing a rule means hashing all of its annotations.
        IdentityHashMap<RuleInfo, Integer> byRule = new IdentityHashMap<>();
        firings.forEach(firing -> byRule.merge(firing.rule(), 1, Integer::sum));
        byRule.forEach(
                (rule, count) -> counters.computeIfAbsent(new Key(rule.packageName(), rule.rule()), this::newCounter)
                        .increment(count));
    }

    private Counter newCounter(Key key) {
        return Counter.builder("shipgate.rule.firings")
                .description("How often a rule fired")
                .tag("package", key.packageName())
                .tag("rule", key.rule())
                .register(registry);
    }
}
