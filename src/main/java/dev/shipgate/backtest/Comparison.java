package dev.shipgate.backtest;

import dev.shipgate.audit.record.PastDecision;
import dev.shipgate.decision.Verdict;
import java.util.List;

/** A recorded decision beside the verdict that other rules give on its request. */
public sealed interface Comparison {

    PastDecision past();

    BacktestOutcome outcome();

    /** The verdict is the recorded one. */
    record Same(PastDecision past) implements Comparison {

        @Override
        public BacktestOutcome outcome() {
            return BacktestOutcome.UNCHANGED;
        }
    }

    /** There is no verdict of the other rules that could be held against the recorded one. */
    record NotEvaluable(PastDecision past, Obstacle obstacle) implements Comparison {

        @Override
        public BacktestOutcome outcome() {
            return BacktestOutcome.NOT_EVALUABLE;
        }
    }

    /**
     * The verdict turns.
     *
     * @param to the verdict of the other rules
     * @param newlyFired the names of the rules that fire now and did not
     * @param noLongerFired the names of the rules that fired and do not now
     * @param findings compares the two answers, which takes longer than the evaluation
     */
    record Flipped(
            PastDecision past,
            BacktestOutcome outcome,
            Verdict to,
            List<String> newlyFired,
            List<String> noLongerFired,
            Findings findings)
            implements Comparison {

        /** Tells all of it. */
        public Flip flip() {
            FindingsTurned turned = findings.compare();
            return new Flip(
                    past.id(),
                    past.evaluatedAt(),
                    past.kind(),
                    past.service(),
                    past.environment(),
                    past.version(),
                    past.verdict(),
                    to,
                    turned.added(),
                    turned.gone(),
                    turned.cut(),
                    newlyFired,
                    noLongerFired);
        }
    }

    /** A comparison that is made only when somebody wants to know. */
    interface Findings {

        FindingsTurned compare();
    }
}
