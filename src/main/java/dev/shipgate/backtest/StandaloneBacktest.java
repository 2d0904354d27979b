package dev.shipgate.backtest;

import dev.shipgate.audit.record.PastDecisions;
import dev.shipgate.policy.session.RulesetLease;
import java.time.Clock;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** One backtest of a program without a service, on as many threads as it is given. */
public final class StandaloneBacktest implements AutoCloseable {

    private final Backtest backtest;
    private final ExecutorService executor;

    /**
     * Starts it.
     *
     * @param rules under which the candidate decides, which the caller closes afterwards
     */
    public StandaloneBacktest(RulesetLease rules, CandidateRules candidate, PastDecisions decisions, int threads) {
        this.backtest = new Backtest(rules, new BacktestTally(decisions.total()), Clock.systemUTC());
        this.executor = Executors.newFixedThreadPool(threads, work -> {
            Thread thread = new Thread(work, "shipgate-backtest");
            thread.setDaemon(true);
            return thread;
        });
        new BacktestRun(backtest, decisions, candidate::compare, executor, () -> {}).start(threads);
    }

    /** The backtest, as it is now. */
    public Backtest backtest() {
        return backtest;
    }

    @Override
    public void close() {
        backtest.cancel();
        executor.shutdown();
    }
}
