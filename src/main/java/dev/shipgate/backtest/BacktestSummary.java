package dev.shipgate.backtest;

import java.util.EnumMap;
import java.util.Map;

/** How many decisions had which {@link BacktestOutcome}; each decision has one. */
public record BacktestSummary(
        long unchanged, long passToBlock, long blockToPass, long toError, long fromError, long notEvaluable) {

    static BacktestSummary of(Map<BacktestOutcome, Long> counts) {
        return new BacktestSummary(
                counts.getOrDefault(BacktestOutcome.UNCHANGED, 0L),
                counts.getOrDefault(BacktestOutcome.PASS_TO_BLOCK, 0L),
                counts.getOrDefault(BacktestOutcome.BLOCK_TO_PASS, 0L),
                counts.getOrDefault(BacktestOutcome.TO_ERROR, 0L),
                counts.getOrDefault(BacktestOutcome.FROM_ERROR, 0L),
                counts.getOrDefault(BacktestOutcome.NOT_EVALUABLE, 0L));
    }

    static Map<BacktestOutcome, Long> noCounts() {
        return new EnumMap<>(BacktestOutcome.class);
    }

    /** How many verdicts turn. */
    public long flips() {
        return passToBlock + blockToPass + toError + fromError;
    }

    /** How many decisions there are in all. */
    long decisions() {
        return unchanged + flips() + notEvaluable;
    }
}
