package dev.shipgate.policy;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The time by which the evaluation on this thread must have ended. Compiled rules call {@link #check()}
 * wherever their own code could go round in circles. What they call of the platform is not watched: a
 * {@code Thread.sleep} or a pathological regular expression runs until it returns.
 *
 * <p>Public because compiled rules live in packages of their own; nothing else should call it.
 */
public final class EvaluationDeadline {

    /** The clock is read once in so many checks: reading it costs more than all the rest of a check. */
    private static final int CHECKS_PER_READING = 64;

    private static final ThreadLocal<EvaluationDeadline> CURRENT = ThreadLocal.withInitial(EvaluationDeadline::new);

    private boolean running;
    private long endNanos;
    private int checksUntilReading;

    private EvaluationDeadline() {}

    /** Ends an evaluation. An error, so that a rule's {@code catch (Exception e)} does not see it. */
    static final class Passed extends Error {
        private static final long serialVersionUID = 1;

        Passed() {
            super("The evaluation has used all of its time", null, false, false);
        }

        /** Whether this is what ended an evaluation, below whatever the engine wrapped around it. */
        static boolean isCauseOf(@Nullable Throwable thrown) {
            return Causes.of(thrown).stream().anyMatch(Passed.class::isInstance);
        }
    }

    static void start(Duration limit) {
        EvaluationDeadline deadline = CURRENT.get();
        deadline.running = true;
        deadline.endNanos = System.nanoTime() + limit.toNanos();
        deadline.checksUntilReading = CHECKS_PER_READING;
    }

    static void stop() {
        CURRENT.get().running = false;
    }

    /** Throws once the time of the evaluation on this thread has passed, and again at each further call. */
    public static void check() {
        EvaluationDeadline deadline = CURRENT.get();
        if (deadline.running && --deadline.checksUntilReading < 0) {
            deadline.readClock();
        }
    }

    /** Throws if the time of the evaluation on this thread has passed. Reads the clock each time. */
    static void requireTimeLeft() {
        CURRENT.get().readClock();
    }

    private void readClock() {
        if (System.nanoTime() - endNanos > 0) {
            throw new Passed();
        }
        checksUntilReading = CHECKS_PER_READING;
    }
}
