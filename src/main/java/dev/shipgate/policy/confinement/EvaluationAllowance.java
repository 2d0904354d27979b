package dev.shipgate.policy.confinement;

import java.time.Duration;

/**
 * What the evaluation on this thread may still use: time until its deadline, and memory. Compiled rules ask
 * wherever their own code could go round in circles or make something new, and what they call of the platform
 * is limited so that each call is short.
 *
 * <p>Memory is what was asked for in all, not what is in use at one time: roughly, and without what the engine
 * needs for itself other than its matches. Freed memory does not come back.
 *
 * <p>Public because compiled rules live in packages of their own; nothing else should call it.
 */
public final class EvaluationAllowance {

    /** The clock is read once in so many checks: reading it costs more than all the rest of a check. */
    private static final int CHECKS_PER_READING = 64;

    /** About what a small object takes with its header, or a partial match of the engine. */
    static final int OBJECT_BYTES = 32;

    private static final ThreadLocal<EvaluationAllowance> CURRENT = ThreadLocal.withInitial(EvaluationAllowance::new);

    private boolean running;
    private long endNanos;
    private long bytesLeft;
    private int checksUntilReading;

    private EvaluationAllowance() {}

    /** Begins to count on this thread. */
    public static void start(Duration time, long bytes) {
        EvaluationAllowance allowance = CURRENT.get();
        allowance.running = true;
        allowance.endNanos = System.nanoTime() + time.toNanos();
        allowance.bytesLeft = bytes;
        allowance.checksUntilReading = CHECKS_PER_READING;
    }

    /** Ends counting on this thread: what follows is the service's own. */
    public static void stop() {
        CURRENT.get().running = false;
    }

    /** Throws once the evaluation on this thread has used its allowance, and again at each further call. */
    public static void check() {
        EvaluationAllowance allowance = CURRENT.get();
        if (allowance.running && --allowance.checksUntilReading < 0) {
            allowance.requireSomeLeft();
        }
    }

    /** Takes the memory of one small object. */
    public static void takeObject() {
        take(OBJECT_BYTES);
    }

    /** Takes the memory of a value that the platform made of several. */
    public static void takeValue() {
        take(3 * OBJECT_BYTES);
    }

    /** Takes the memory of a text. */
    public static void takeText(long chars) {
        take(OBJECT_BYTES + Character.BYTES * chars);
    }

    /** Takes the memory of an array of numbers. */
    public static int takeNumbers(int length) {
        take(OBJECT_BYTES + (long) Long.BYTES * Math.max(0, length));
        return length;
    }

    /** Takes the memory of an array of objects, and of one in each place. */
    public static int takeObjects(int length) {
        take(OBJECT_BYTES + (long) OBJECT_BYTES * Math.max(0, length));
        return length;
    }

    /** Takes memory, before it is used. */
    static void take(long bytes) {
        EvaluationAllowance allowance = CURRENT.get();
        if (allowance.running) {
            allowance.bytesLeft -= bytes;
            if (allowance.bytesLeft < 0) {
                throw new AllowanceUsedError(AllowanceUsedError.Of.MEMORY);
            }
            if (--allowance.checksUntilReading < 0) {
                allowance.requireSomeLeft();
            }
        }
    }

    /** Throws if the allowance of the evaluation on this thread is used. Reads the clock each time. */
    public static void requireTimeLeft() {
        EvaluationAllowance allowance = CURRENT.get();
        if (allowance.running) {
            allowance.requireSomeLeft();
        }
    }

    private void requireSomeLeft() {
        if (bytesLeft < 0) {
            throw new AllowanceUsedError(AllowanceUsedError.Of.MEMORY);
        }
        if (System.nanoTime() - endNanos > 0) {
            throw new AllowanceUsedError(AllowanceUsedError.Of.TIME);
        }
        checksUntilReading = CHECKS_PER_READING;
    }
}
