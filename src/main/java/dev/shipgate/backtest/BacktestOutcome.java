package dev.shipgate.backtest;

import dev.shipgate.decision.Verdict;

/** The outcome of one recorded decision under other rules. All but the first and the last are flips. */
public enum BacktestOutcome {
    /**
     * The verdict is the recorded one: pass, block, or error. The reasons for it, its warnings and the rules that fired
     * may be others; a replay of the decision tells them.
     */
    UNCHANGED,
    /** It passed, and would be blocked. */
    PASS_TO_BLOCK,
    /** It was blocked, and would pass. */
    BLOCK_TO_PASS,
    /** The rules answered, and the other ones would fail. */
    TO_ERROR,
    /** The rules failed, and the other ones would answer. */
    FROM_ERROR,
    /** Nobody can say: see {@link Obstacle}. */
    NOT_EVALUABLE;

    static BacktestOutcome of(Verdict from, Verdict to) {
        if (from == to) {
            return UNCHANGED;
        }
        if (to == Verdict.ERROR) {
            return TO_ERROR;
        }
        return switch (from) {
            case ERROR -> FROM_ERROR;
            case PASS -> PASS_TO_BLOCK;
            case BLOCK -> BLOCK_TO_PASS;
        };
    }

    /** Whether the verdict turns. */
    public boolean isFlip() {
        return this != UNCHANGED && this != NOT_EVALUABLE;
    }
}
