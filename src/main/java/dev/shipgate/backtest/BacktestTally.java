package dev.shipgate.backtest;

import dev.shipgate.audit.record.PastDecision;
import dev.shipgate.audit.record.PastDecisions;
import dev.shipgate.backtest.BacktestCounts.ObstacleRow;
import dev.shipgate.backtest.BacktestCounts.RuleRow;
import dev.shipgate.backtest.BacktestCounts.ServiceRow;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Counts comparisons, and keeps the newest flips. Thread-safe. */
public final class BacktestTally {

    /** The most flips that are kept: beyond it, they are counted. */
    public static final int MAX_FLIPS = 1_000;

    private static final String NO_SERVICE = "";

    private final long total;
    private final Map<BacktestOutcome, Long> counts = BacktestSummary.noCounts();
    private final Map<String, Map<BacktestOutcome, Long>> byService = new HashMap<>();
    private final Map<Obstacle, ObstacleRow> obstacles = new EnumMap<>(Obstacle.class);
    private final Map<String, RuleRow> byRule = new HashMap<>();
    private final TreeMap<UUID, Flip> flips = new TreeMap<>(PastDecisions.NEWEST_FIRST);

    /** @param total how many decisions it is about */
    public BacktestTally(long total) {
        this.total = total;
    }

    /** Counts a decision. */
    public void add(Comparison comparison) {
        PastDecision past = comparison.past();
        // Outside of the lock: to compare two answers takes longer than to count.
        Flip flip = comparison instanceof Comparison.Flipped flipped && isKept(past.id()) ? flipped.flip() : null;
        synchronized (this) {
            count(past.service(), comparison.outcome());
            if (comparison instanceof Comparison.Flipped flipped) {
                flipped.newlyFired().forEach(rule -> count(new RuleRow(rule, 1, 0)));
                flipped.noLongerFired().forEach(rule -> count(new RuleRow(rule, 0, 1)));
            } else if (comparison instanceof Comparison.NotEvaluable not) {
                count(not.obstacle(), past.id());
            }
            if (flip != null) {
                keep(flip);
            }
        }
    }

    /** Counts a decision whose record cannot be read. */
    public synchronized void addUnreadable() {
        count(null, BacktestOutcome.NOT_EVALUABLE);
        count(Obstacle.UNREADABLE, null);
    }

    private synchronized boolean isKept(UUID id) {
        return flips.size() < MAX_FLIPS || PastDecisions.NEWEST_FIRST.compare(id, flips.lastKey()) < 0;
    }

    private void keep(Flip flip) {
        flips.put(flip.decisionId(), flip);
        if (flips.size() > MAX_FLIPS) {
            flips.pollLastEntry();
        }
    }

    private void count(@Nullable String service, BacktestOutcome outcome) {
        counts.merge(outcome, 1L, Long::sum);
        byService
                .computeIfAbsent(Objects.requireNonNullElse(service, NO_SERVICE), name -> BacktestSummary.noCounts())
                .merge(outcome, 1L, Long::sum);
    }

    private void count(RuleRow row) {
        byRule.merge(
                row.rule(),
                row,
                (one, other) -> new RuleRow(
                        one.rule(),
                        one.newlyFired() + other.newlyFired(),
                        one.noLongerFired() + other.noLongerFired()));
    }

    private void count(Obstacle obstacle, @Nullable UUID example) {
        obstacles.merge(
                obstacle,
                new ObstacleRow(obstacle, 1, example),
                (one, other) -> new ObstacleRow(obstacle, one.decisions() + 1, one.example()));
    }

    /** The counts of this moment. */
    public synchronized BacktestCounts counts() {
        BacktestSummary summary = BacktestSummary.of(counts);
        return new BacktestCounts(
                summary.decisions(),
                total,
                summary,
                obstacles.values().stream()
                        .sorted(Comparator.comparingLong(ObstacleRow::decisions).reversed())
                        .toList(),
                services(),
                rules(),
                summary.flips() - flips.size());
    }

    private List<ServiceRow> services() {
        return byService.entrySet().stream()
                .map(row -> {
                    BacktestSummary summary = BacktestSummary.of(row.getValue());
                    String service = row.getKey().equals(NO_SERVICE) ? null : row.getKey();
                    return new ServiceRow(service, summary.decisions(), summary);
                })
                .sorted(Comparator.<ServiceRow>comparingLong(
                                row -> row.summary().flips())
                        .reversed()
                        .thenComparing(ServiceRow::service, Comparator.nullsLast(Comparator.naturalOrder())))
                .limit(BacktestCounts.MAX_ROWS)
                .toList();
    }

    private List<RuleRow> rules() {
        return byRule.values().stream()
                .sorted(Comparator.<RuleRow>comparingLong(row -> row.newlyFired() + row.noLongerFired())
                        .reversed()
                        .thenComparing(RuleRow::rule))
                .limit(BacktestCounts.MAX_ROWS)
                .toList();
    }

    /**
     * Some of the flips that are kept, newest first.
     *
     * @param before only those of decisions that are older than this one; null for all
     */
    public synchronized List<Flip> flips(@Nullable UUID before, int limit) {
        List<Flip> some = new ArrayList<>(
                before == null ? flips.values() : flips.tailMap(before, false).values());
        return List.copyOf(some.subList(0, Math.min(limit, some.size())));
    }
}
