package dev.shipgate.decision;

import dev.shipgate.policy.Firing;
import dev.shipgate.policy.RuleInfo;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** How often and when each rule fired since the service started. Thread-safe. */
@ApplicationScoped
public class RuleFirings {

    private record Key(String packageName, String rule) {

        static Key of(RuleInfo rule) {
            return new Key(rule.packageName(), rule.rule());
        }
    }

    private static final class Tally {
        private final Counter fired;
        private volatile @Nullable Instant lastFired;

        Tally(Counter fired) {
            this.fired = fired;
        }
    }

    private final MeterRegistry registry;
    private final Map<Key, Tally> tallies = new ConcurrentHashMap<>();

    RuleFirings(MeterRegistry registry) {
        this.registry = registry;
    }

    void count(List<Firing> firings, Instant at) {
        // By identity: hashing a rule means hashing all of its annotations.
        IdentityHashMap<RuleInfo, Integer> byRule = new IdentityHashMap<>();
        firings.forEach(firing -> byRule.merge(firing.rule(), 1, Integer::sum));
        byRule.forEach((rule, count) -> {
            Tally tally = tallies.computeIfAbsent(Key.of(rule), this::newTally);
            tally.fired.increment(count);
            tally.lastFired = at;
        });
    }

    private Tally newTally(Key key) {
        return new Tally(Counter.builder("shipgate.rule.firings")
                .description("How often a rule fired")
                .tag("package", key.packageName())
                .tag("rule", key.rule())
                .register(registry));
    }

    /** How often the rule fired. */
    public long fired(RuleInfo rule) {
        Tally tally = tallies.get(Key.of(rule));
        return tally == null ? 0 : (long) tally.fired.count();
    }

    /** When the rule fired last; empty if it never did. */
    public Optional<Instant> lastFired(RuleInfo rule) {
        Tally tally = tallies.get(Key.of(rule));
        return tally == null ? Optional.empty() : Optional.ofNullable(tally.lastFired);
    }
}
