package dev.shipgate.background;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.jboss.logging.Logger;

/**
 * Does something again and again on a thread of its own, whatever comes of it. So it goes on when the memory was used
 * up for a while, which an executor need not: it forgets a task that throws, and needs memory to wait.
 */
public final class Repeated implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(Repeated.class);

    private final Runnable task;
    private final long periodNanos;
    private final Thread thread;
    private volatile boolean closed;

    private Repeated(String name, Duration period, Runnable task) {
        this.task = task;
        this.periodNanos = period.toNanos();
        this.thread = new Thread(this::run, name);
        thread.setDaemon(true);
    }

    /**
     * Begins.
     *
     * @param name of the thread
     * @param period from one beginning to the next; what takes longer is done again at once
     */
    public static Repeated start(String name, Duration period, Runnable task) {
        Repeated repeated = new Repeated(name, period, task);
        repeated.thread.start();
        return repeated;
    }

    private void run() {
        long dueNanos = System.nanoTime() + periodNanos;
        while (!closed) {
            long waitNanos = dueNanos - System.nanoTime();
            if (waitNanos > 0) {
                LockSupport.parkNanos(waitNanos);
            } else {
                runOnce();
                dueNanos = Math.max(dueNanos + periodNanos, System.nanoTime());
            }
        }
    }

    private void runOnce() {
        try {
            task.run();
        } catch (RuntimeException | Error e) {
            tell(e);
        }
    }

    private void tell(Throwable failure) {
        try {
            LOG.errorf(failure, "%s failed, and will be tried again", thread.getName());
        } catch (RuntimeException | Error e) {
            // There is not even memory to say so.
        }
    }

    /** Ends, and interrupts what is done just now. */
    @Override
    public void close() {
        closed = true;
        thread.interrupt();
    }
}
