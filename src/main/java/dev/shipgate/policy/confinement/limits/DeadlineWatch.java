package dev.shipgate.policy.confinement.limits;

import java.time.Duration;
import java.util.Collections;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.concurrent.locks.LockSupport;

/**
 * Looks at the deadlines of all evaluations from a thread of its own. Rules ask very often whether time is left: so
 * they only read the field that says whether any evaluation is late. The thread is there while rules are evaluated.
 */
final class DeadlineWatch {

    private final Duration interval;
    private final int idleLooks;

    /** Also the lock that is held while the thread begins or ends. */
    private final Set<EvaluationAllowance> allowances = Collections.newSetFromMap(new WeakHashMap<>());

    /** Volatile as {@link EvaluationAllowance#isRunning} is: of a begin and an end at one time, one sees the other. */
    private volatile boolean watching;

    private volatile boolean anyLate;

    /**
     * @param interval the time between two looks
     * @param idleLooks after so many looks at which nothing is evaluated, nobody looks any more
     */
    DeadlineWatch(Duration interval, int idleLooks) {
        this.interval = interval;
        this.idleLooks = idleLooks;
    }

    /** Whether the deadline of any evaluation has passed. */
    boolean isAnyLate() {
        return anyLate;
    }

    /** Watches the evaluations that will use an allowance, for as long as anybody else knows of it. */
    void add(EvaluationAllowance allowance) {
        synchronized (allowances) {
            allowances.add(allowance);
        }
    }

    /** Watches from now on. To be called when an evaluation runs already: else it could go unseen. */
    void begin() {
        if (watching) {
            return;
        }
        synchronized (allowances) {
            if (!watching) {
                // The thread outlives the evaluation that starts it, and so inherits nothing from it.
                Thread thread = new Thread(null, this::watch, "evaluation-deadlines", 0, false);
                thread.setContextClassLoader(DeadlineWatch.class.getClassLoader());
                thread.setDaemon(true);
                thread.start();
                watching = true;
            }
        }
    }

    /**
     * Whether its thread runs, which nobody else can tell: an evaluation that begins while it ends must not go
     * unseen.
     */
    boolean isWatching() {
        return watching;
    }

    private void watch() {
        int idle = 0;
        while (idle < idleLooks || !isOver()) {
            LockSupport.parkNanos(interval.toNanos());
            idle = look() ? 0 : idle + 1;
        }
    }

    /** Returns whether anything is evaluated, or that cannot be told. */
    private boolean look() {
        try {
            long nowNanos = System.nanoTime();
            boolean running = false;
            boolean late = false;
            synchronized (allowances) {
                for (EvaluationAllowance allowance : allowances) {
                    running |= allowance.isRunning();
                    late |= allowance.isLate(nowNanos);
                }
            }
            anyLate = late;
            return running;
        } catch (RuntimeException | Error e) {
            // Rules may have used up the memory. Until the next look each evaluation reads the clock itself.
            anyLate = true;
            return true;
        }
    }

    /** An evaluation that began meanwhile, and saw that it was watched, keeps it from being over. */
    private boolean isOver() {
        synchronized (allowances) {
            watching = false;
            watching = look();
            return !watching;
        }
    }
}
