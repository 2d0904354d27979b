package dev.shipgate.backtest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/** The backtests that run, and the results of those that have ended, for a while. Thread-safe. */
@ApplicationScoped
public class BacktestResults {

    /** Each may take some megabytes: the ones that ended first go first. */
    static final int MAX_ENDED = 20;

    private final Duration ttl;
    private final Clock clock;
    private final Map<UUID, Backtest> backtests = new LinkedHashMap<>();

    @Inject
    BacktestResults(BacktestConfig config) {
        this(config.resultTtl(), Clock.systemUTC());
    }

    /** @param ttl how long a result is kept after its end */
    BacktestResults(Duration ttl, Clock clock) {
        this.ttl = ttl;
        this.clock = clock;
    }

    Clock clock() {
        return clock;
    }

    synchronized void add(Backtest backtest) {
        removeOld();
        backtests.put(backtest.id(), backtest);
    }

    /** Finds one; empty when there is none, or none any more. */
    public synchronized Optional<Backtest> find(UUID id) {
        removeOld();
        return Optional.ofNullable(backtests.get(id));
    }

    /** Until when the result of a backtest is kept, if not too many others end before. */
    public Instant keptUntil(Instant endedAt) {
        return endedAt.plus(ttl);
    }

    private void removeOld() {
        Instant now = clock.instant();
        backtests.values().removeIf(backtest -> {
            Instant endedAt = backtest.progress().endedAt();
            return endedAt != null && !now.isBefore(keptUntil(endedAt));
        });
        long tooMany = backtests.values().stream()
                        .filter(backtest -> !backtest.isRunning())
                        .count()
                - MAX_ENDED;
        backtests.values().stream()
                .filter(backtest -> !backtest.isRunning())
                .sorted(Comparator.comparing(
                        backtest -> Objects.requireNonNull(backtest.progress().endedAt())))
                .limit(Math.max(0, tooMany))
                .toList()
                .forEach(backtest -> backtests.remove(backtest.id()));
    }

    synchronized void cancelAll() {
        backtests.values().forEach(Backtest::cancel);
    }
}
