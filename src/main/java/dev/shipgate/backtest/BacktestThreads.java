package dev.shipgate.backtest;

import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * The threads of all backtests together. They have the lowest priority, which Linux heeds only where the JVM is told
 * to; that there are few of them is what leaves processors to requests.
 */
final class BacktestThreads {

    private static final Logger LOG = Logger.getLogger(BacktestThreads.class);
    private static final Duration IDLE = Duration.ofSeconds(10);

    /** Longer than one evaluation takes, unless its rules run away. */
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final int number;
    private final ThreadPoolExecutor executor;

    private BacktestThreads(int number) {
        this.number = number;
        this.executor = new ThreadPoolExecutor(
                number,
                number,
                IDLE.toMillis(),
                TimeUnit.MILLISECONDS,
                new LinkedBlockingQueue<>(),
                BacktestThreads::thread,
                // All that comes after the stop.
                new ThreadPoolExecutor.DiscardPolicy());
        executor.allowCoreThreadTimeOut(true);
    }

    @SuppressWarnings("ThreadPriorityCheck") // Nothing relies on it: where it is heeded, requests go first.
    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "shipgate-backtest");
        thread.setDaemon(true);
        thread.setPriority(Thread.MIN_PRIORITY);
        return thread;
    }

    static BacktestThreads ofHalfTheProcessors() {
        return new BacktestThreads(Math.max(1, Runtime.getRuntime().availableProcessors() / 2));
    }

    /** How many there are. */
    int number() {
        return number;
    }

    Executor executor() {
        return executor;
    }

    /** Lets go of everything that waits, and waits a little for what runs. */
    void stop() {
        executor.shutdownNow();
        try {
            if (!executor.awaitTermination(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.warn("A backtest still evaluates a decision while the service stops");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
