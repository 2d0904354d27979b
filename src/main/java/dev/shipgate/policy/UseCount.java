package dev.shipgate.policy;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * Counts the users of something that must be disposed of after its last use. Starts with one user, its
 * owner. Thread-safe.
 */
final class UseCount {

    private final AtomicInteger users = new AtomicInteger(1);
    private final Runnable dispose;

    UseCount(Runnable dispose) {
        this.dispose = dispose;
    }

    /** Adds a user, unless the last one has left already. */
    boolean tryAcquire() {
        return users.getAndUpdate(count -> count == 0 ? 0 : count + 1) > 0;
    }

    /** Takes a user away; the last one to leave disposes. */
    void release() {
        if (users.decrementAndGet() == 0) {
            dispose.run();
        }
    }
}
