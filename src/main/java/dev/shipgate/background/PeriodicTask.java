package dev.shipgate.background;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Starts tasks that run again and again. A failure is logged, and the next run comes all the same. Memory that runs out
 * is no such failure: the process is started so that it ends then.
 */
public final class PeriodicTask {

    private static final Logger LOG = Logger.getLogger(PeriodicTask.class);

    private PeriodicTask() {}

    /**
     * Starts a task, whose first run comes after one delay.
     *
     * @param name of its thread, which does not keep the process alive
     * @param delay from the end of one run to the beginning of the next
     * @return the executor that runs it, to be shut down when it is to end
     */
    public static ScheduledExecutorService start(String name, Duration delay, Runnable task) {
        ScheduledExecutorService executor = Executors.newSingleThreadScheduledExecutor(work -> {
            Thread thread = new Thread(work, name);
            thread.setDaemon(true);
            return thread;
        });
        // It ends with the executor alone.
        ScheduledFuture<?> unused = executor.scheduleWithFixedDelay(
                () -> runLogged(name, task), delay.toNanos(), delay.toNanos(), TimeUnit.NANOSECONDS);
        return executor;
    }

    private static void runLogged(String name, Runnable task) {
        try {
            task.run();
        } catch (RuntimeException | Error e) {
            // An executor forgets a task that throws.
            LOG.errorf(e, "%s failed, and will be tried again", name);
        }
    }
}
