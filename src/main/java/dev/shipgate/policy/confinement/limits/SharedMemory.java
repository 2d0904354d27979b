package dev.shipgate.policy.confinement.limits;

import dev.shipgate.memory.HeapShares;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The memory of all evaluations of the process together at one time: a part of its heap. Each evaluation has a little
 * of its own, so that usual ones do not depend on the memory that others use. Thread-safe.
 */
final class SharedMemory {

    /**
     * The bytes that an evaluation may ask for before it takes from the memory that all share. There may be some
     * hundred evaluations at once.
     */
    static final long OWN_BYTES = HeapShares.rulesOfEach();

    /** The bytes that are taken at a time, so that few threads meet. */
    static final long PORTION_BYTES = 1L << 20;

    private final AtomicLong left;

    SharedMemory(long bytes) {
        this.left = new AtomicLong(bytes);
    }

    /** Takes memory; returns whether there was so much. */
    boolean take(long bytes) {
        if (left.addAndGet(-bytes) >= 0) {
            return true;
        }
        left.addAndGet(bytes);
        return false;
    }

    void giveBack(long bytes) {
        left.addAndGet(bytes);
    }
}
