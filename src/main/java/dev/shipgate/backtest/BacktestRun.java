package dev.shipgate.backtest;

import dev.shipgate.audit.record.ContradictedRecordException;
import dev.shipgate.audit.record.PastDecision;
import dev.shipgate.audit.record.PastDecisions;
import dev.shipgate.audit.record.PastDecisions.Unread;
import dev.shipgate.backtest.Backtest.BacktestState;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.logging.Logger;

/**
 * The work of a backtest: some decisions at a time, each time by whichever thread is free. After these it stands in the
 * queue again, so that several backtests share the threads.
 */
final class BacktestRun {

    private static final Logger LOG = Logger.getLogger(BacktestRun.class);

    /** Evaluates a decision again, within the limits of memory. */
    interface Comparer {

        Comparison compare(PastDecision past) throws InterruptedException;
    }

    private final Backtest backtest;
    private final PastDecisions decisions;
    private final Comparer comparer;
    private final Executor threads;
    private final Runnable afterwards;
    private final AtomicInteger working = new AtomicInteger();

    /** @param afterwards runs once, when no thread works on it any more */
    BacktestRun(Backtest backtest, PastDecisions decisions, Comparer comparer, Executor threads, Runnable afterwards) {
        this.backtest = backtest;
        this.decisions = decisions;
        this.comparer = comparer;
        this.threads = threads;
        this.afterwards = afterwards;
    }

    /** @param shares on how many threads it may work at a time */
    void start(int shares) {
        working.set(shares);
        for (int i = 0; i < shares; i++) {
            threads.execute(this::step);
        }
    }

    private void step() {
        boolean more = false;
        try {
            more = evaluateSome();
        } catch (InterruptedException e) {
            // The service stops.
            backtest.cancel();
            Thread.currentThread().interrupt();
        } catch (RuntimeException | Error e) {
            LOG.error("A backtest failed", e);
            backtest.end(BacktestState.FAILED, "It could not go on. The log says why.");
        }
        if (more) {
            threads.execute(this::step);
        } else if (working.decrementAndGet() == 0) {
            backtest.end(BacktestState.DONE, null);
            afterwards.run();
        }
    }

    /** Evaluates some decisions; false when none is left, or none should be. */
    private boolean evaluateSome() throws InterruptedException {
        List<Unread> some = next();
        for (Unread unread : some) {
            if (!backtest.isRunning()) {
                return false;
            }
            evaluate(unread);
        }
        return !some.isEmpty();
    }

    private List<Unread> next() {
        synchronized (decisions) {
            return backtest.isRunning() ? decisions.next() : List.of();
        }
    }

    private void evaluate(Unread unread) throws InterruptedException {
        try {
            backtest.tally().add(comparer.compare(unread.read()));
        } catch (ContradictedRecordException e) {
            backtest.tally().addUnreadable();
        }
    }
}
