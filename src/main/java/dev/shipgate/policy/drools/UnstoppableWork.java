package dev.shipgate.policy.drools;

import dev.shipgate.policy.RulesetRefusedException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/**
 * Work of parsers and compilers, which cannot be stopped when they find no end: a caller that waits for it is let go.
 * Work that goes on without anybody keeps its turn until it ends. Thread-safe.
 */
public final class UnstoppableWork {

    /** Parsers and compilers go as deep as the text does. */
    private static final long STACK_BYTES = 16L << 20;

    private final Semaphore turns;
    private final Duration maxTime;

    /**
     * @param maxRunning how many tasks may run at a time, with those that nobody waits for any more
     * @param maxTime how long to wait for a turn, and again for the end
     */
    public UnstoppableWork(int maxRunning, Duration maxTime) {
        this.turns = new Semaphore(maxRunning);
        this.maxTime = maxTime;
    }

    /** Does it on a thread of its own. */
    public <T> T run(Supplier<T> work) throws RulesetRefusedException {
        return run(work, () -> {});
    }

    /**
     * Does it on a thread of its own.
     *
     * @param onLateEnd the action to run when it ends after nobody waits for it any more
     * @throws RulesetRefusedException when it takes too long, or the turn does not come
     */
    <T> T run(Supplier<T> work, Runnable onLateEnd) throws RulesetRefusedException {
        awaitTurn();
        CompletableFuture<T> done = new CompletableFuture<>();
        Runnable task = () -> {
            try {
                if (!done.complete(work.get())) {
                    onLateEnd.run();
                }
            } catch (Throwable e) {
                done.completeExceptionally(e);
            } finally {
                turns.release();
            }
        };
        Thread worker = new Thread(null, task, "rules-compiler", STACK_BYTES);
        worker.setDaemon(true);
        start(worker);
        return await(done);
    }

    /**
     * Does work on this thread that comes to an end by itself, but must not run beside other work.
     *
     * @throws RulesetRefusedException when the turn does not come
     */
    <T> T runHere(Supplier<T> work) throws RulesetRefusedException {
        awaitTurn();
        try {
            return work.get();
        } finally {
            turns.release();
        }
    }

    private void start(Thread worker) {
        boolean started = false;
        try {
            worker.start();
            started = true;
        } finally {
            if (!started) {
                turns.release();
            }
        }
    }

    private <T> T await(CompletableFuture<T> done) throws RulesetRefusedException {
        try {
            return done.get(maxTime.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            done.cancel(false);
            throw RulesetRefusedException.tooSlow(
                    "The compiler found no end with these rules in " + maxTime.toSeconds() + " s.");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while rules were compiled", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("The compiler failed", e.getCause());
        }
    }

    private void awaitTurn() throws RulesetRefusedException {
        try {
            if (!turns.tryAcquire(maxTime.toMillis(), TimeUnit.MILLISECONDS)) {
                throw RulesetRefusedException.tooSlow(
                        "The compiler is still busy with an earlier edit, and finds no end.");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while other rules were compiled", e);
        }
    }
}
