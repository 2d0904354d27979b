package dev.shipgate.backtest;

import dev.shipgate.audit.record.PastDecisions;
import dev.shipgate.policy.session.RulesetLease;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** One backtest of a program without a service, on as many threads as it is given. */
public final class StandaloneBacktest implements AutoCloseable {

    /** Longer than one evaluation takes, unless its rules run away. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Backtest backtest;
    private final ExecutorService executor;
    private final CountDownLatch idle = new CountDownLatch(1);

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
        new BacktestRun(backtest, decisions, candidate::compare, executor, idle::countDown).start(threads);
    }

    /** The backtest, as it is now. */
    public Backtest backtest() {
        return backtest;
    }

    /** Ends it, and waits a little for what is being evaluated, which needs the rules and the decisions. */
    @Override
    public void close() {
        backtest.cancel();
        try {
            idle.await(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            executor.shutdown();
        }
    }
}
