package dev.shipgate.policy.confinement.limits;

import dev.shipgate.memory.HeapShares;
import dev.shipgate.policy.AllowanceUsedError;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The time and memory that are left for the evaluation on this thread; its time ends at its deadline. Compiled rules
 * ask for them wherever their own code could go round in circles or make something new, and the methods of the platform
 * that they call are limited so that each call is short.
 *
 * <p>Memory is the sum of all that was asked for, not the memory in use at one time. It is a rough number: of the
 * memory that the engine needs for itself, only its matches are counted. Freed memory does not come back.
 *
 * <p>Public because compiled rules live in packages of their own; nothing else should call it.
 */
public final class EvaluationAllowance {

    /** The approximate bytes of a small object with its header, or of a partial match of the engine. */
    static final int OBJECT_BYTES = 32;

    /**
     * The approximate bytes of a fact that a rule inserts: in the memory of the engine, and in the data that waits to
     * be recorded.
     */
    private static final int FACT_BYTES = 192;

    /** Looks every 10 ms, and ends after five seconds without an evaluation. */
    private static final DeadlineWatch WATCH = new DeadlineWatch(Duration.ofMillis(10), 500);

    private static final long SHARED_BYTES = HeapShares.rules();

    private static final SharedMemory SHARED = new SharedMemory(SHARED_BYTES);

    /**
     * The approximate bytes in which an exception keeps the calls that it was thrown in: the platform keeps a thousand
     * of them.
     */
    private static final int EXCEPTION_BYTES = 16 << 10;

    private static final int DESCRIPTION_BYTES = 512;

    /** A binary number has up to some 750 digits when it is written as a decimal one. */
    private static final int DECIMAL_BYTES = 512;

    private static final ThreadLocal<EvaluationAllowance> CURRENT =
            ThreadLocal.withInitial(EvaluationAllowance::ofThread);

    /**
     * Written after the deadline, and read before it by the thread that watches. That may take the deadline of the
     * next evaluation for that of the one before: at worst everybody looks at the clock until its next look.
     */
    private volatile boolean running;

    private long endNanos;
    private long bytesLeft;

    private final SharedMemory shared;
    private long reserved;
    private long taken;
    private @Nullable AllowanceUsedError first;

    EvaluationAllowance(SharedMemory shared) {
        this.shared = shared;
    }

    /** The memory that all evaluations together may ask for at one time, in bytes. */
    public static long sharedBytes() {
        return SHARED_BYTES;
    }

    private static EvaluationAllowance ofThread() {
        EvaluationAllowance allowance = new EvaluationAllowance(SHARED);
        WATCH.add(allowance);
        return allowance;
    }

    /** Begins to count on this thread. */
    public static void start(Duration time, long bytes) {
        CURRENT.get().begin(time, bytes);
        WATCH.begin();
    }

    /** Ends counting on this thread: the work that follows is the service's own. */
    public static void stop() {
        CURRENT.get().end();
    }

    /** Throws a moment after the evaluation on this thread has used its time, and again at each further call. */
    public static void check() {
        if (WATCH.isAnyLate()) {
            requireSomeLeft();
        }
    }

    /** Takes the memory of one small object. */
    public static void takeObject() {
        take(OBJECT_BYTES);
    }

    /** Takes the memory of the fields of an object, beside that of a small one. */
    public static void takeFields(int fields) {
        take((long) Long.BYTES * fields);
    }

    /** Takes the memory of an exception, which keeps where it was thrown. */
    public static void takeException() {
        take(EXCEPTION_BYTES);
    }

    /** Takes the memory of a fact that a rule inserts, with the data that the engine and the record keep of it. */
    public static void takeFact() {
        take(FACT_BYTES);
    }

    /** Takes the memory of a value that the platform made of several. */
    public static void takeValue() {
        take(3 * OBJECT_BYTES);
    }

    /**
     * Takes the memory of a part of a rule as the engine has it, which an author could make as well as the compiler.
     */
    public static void takeDescription() {
        take(DESCRIPTION_BYTES);
    }

    /** Takes the memory of a decimal number of any number of digits. */
    public static void takeDecimal() {
        take(DECIMAL_BYTES);
    }

    /** Takes the memory of a decimal number of so many digits. */
    public static void takeDigits(int digits) {
        take(3 * OBJECT_BYTES + digits / 2);
    }

    /** Takes the memory of a text. */
    public static void takeText(long chars) {
        take(OBJECT_BYTES + Character.BYTES * chars);
    }

    /** Takes the memory of texts that are written into the answer or the record. */
    public static void takeWritten(long chars) {
        if (chars > 0) {
            take(Character.BYTES * chars);
        }
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
    public static void take(long bytes) {
        EvaluationAllowance allowance = CURRENT.get();
        if (allowance.running) {
            allowance.use(bytes);
        }
    }

    void use(long bytes) {
        bytesLeft -= bytes;
        if (bytesLeft < 0 || WATCH.isAnyLate()) {
            require();
        }
        reserved -= bytes;
        while (reserved < 0) {
            if (!shared.take(SharedMemory.PORTION_BYTES)) {
                throw used(AllowanceUsedError.Of.SHARED_MEMORY);
            }
            taken += SharedMemory.PORTION_BYTES;
            reserved += SharedMemory.PORTION_BYTES;
        }
    }

    /** Throws if the evaluation on this thread has used its time or memory. Reads the clock each time. */
    public static void requireSomeLeft() {
        EvaluationAllowance allowance = CURRENT.get();
        if (allowance.running) {
            allowance.require();
        }
    }

    void require() {
        if (first != null) {
            // Others may have given memory back since, and the rest of this evaluation would depend on them.
            throw used(first.used());
        }
        if (bytesLeft < 0) {
            throw used(AllowanceUsedError.Of.MEMORY);
        }
        if (System.nanoTime() - endNanos > 0) {
            throw used(AllowanceUsedError.Of.TIME);
        }
    }

    private AllowanceUsedError used(AllowanceUsedError.Of of) {
        AllowanceUsedError error = new AllowanceUsedError(of, first);
        first = first == null ? error : first;
        return error;
    }

    void begin(Duration time, long bytes) {
        endNanos = System.nanoTime() + time.toNanos();
        bytesLeft = bytes;
        reserved = SharedMemory.OWN_BYTES;
        running = true;
    }

    void end() {
        running = false;
        // It knows the classes of rules.
        first = null;
        shared.giveBack(taken);
        taken = 0;
    }

    /** Whether an evaluation uses it now. For any thread. */
    boolean isRunning() {
        return running;
    }

    /** Whether an evaluation uses it now that should have ended. For any thread. */
    boolean isLate(long nowNanos) {
        return running && nowNanos - endNanos > 0;
    }
}
