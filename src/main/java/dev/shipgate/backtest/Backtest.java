package dev.shipgate.backtest;

import dev.shipgate.policy.session.RulesetLease;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** One backtest, while it runs and after. Thread-safe. */
public final class Backtest {

    /** How far it is. */
    public enum BacktestState {
        /** Decisions are being evaluated. */
        RUNNING,
        /** All decisions were evaluated. */
        DONE,
        /** Somebody cancelled it, or the service stopped: what was counted until then stays. */
        CANCELLED,
        /** It could not go on, such as when the records could not be read. */
        FAILED
    }

    /**
     * Its state, of one moment.
     *
     * @param endedAt null while it runs
     * @param failure why it failed, in words; null when it did not
     */
    public record Progress(
            BacktestState state,
            @Nullable Instant endedAt,
            @Nullable String failure) {}

    private final UUID id = UUID.randomUUID();
    private final String ruleset;
    private final Instant startedAt;
    private final Clock clock;
    private final BacktestTally tally;
    private final CountDownLatch end = new CountDownLatch(1);
    private volatile Progress progress = new Progress(BacktestState.RUNNING, null, null);

    Backtest(RulesetLease rules, BacktestTally tally, Clock clock) {
        this.ruleset = rules.version();
        this.tally = tally;
        this.clock = clock;
        this.startedAt = clock.instant();
    }

    public UUID id() {
        return id;
    }

    /** The version of the rules that are tried. */
    public String ruleset() {
        return ruleset;
    }

    public Instant startedAt() {
        return startedAt;
    }

    /** The counts and the flips so far. */
    public BacktestTally tally() {
        return tally;
    }

    public Progress progress() {
        return progress;
    }

    boolean isRunning() {
        return progress.state() == BacktestState.RUNNING;
    }

    /** Ends it; the second end changes nothing. */
    synchronized void end(BacktestState state, @Nullable String failure) {
        if (isRunning()) {
            progress = new Progress(state, clock.instant(), failure);
            end.countDown();
        }
    }

    /** Ends it, if it still runs: no further decision is evaluated. */
    public void cancel() {
        end(BacktestState.CANCELLED, null);
    }

    /** Waits until it has ended. */
    public void awaitEnd() throws InterruptedException {
        end.await();
    }

    /** Waits until it has ended, for a while; false when it has not. */
    public boolean awaitEnd(Duration patience) throws InterruptedException {
        return end.await(patience.toMillis(), TimeUnit.MILLISECONDS);
    }
}
