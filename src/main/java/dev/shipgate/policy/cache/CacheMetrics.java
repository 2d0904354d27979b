package dev.shipgate.policy.cache;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;

/**
 * Counts the files of the cache of compiled rules that were read and could not be used. A singleton, so that it shows 0
 * from the start.
 */
@Singleton
public final class CacheMetrics {

    private final Counter unusable;

    CacheMetrics(MeterRegistry registry) {
        this.unusable = Counter.builder("shipgate.ruleset.kept.unusable")
                .description("Compiled rules and passed tests on disk that could not be used")
                .register(registry);
    }

    void unusable() {
        unusable.increment();
    }
}
