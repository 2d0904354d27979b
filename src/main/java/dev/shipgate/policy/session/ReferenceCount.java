package dev.shipgate.policy.session;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * Counts the users of something that must be disposed of after its last use. Starts with one user, its
 * owner. Thread-safe.
 */
public final class ReferenceCount {

    private final AtomicInteger references = new AtomicInteger(1);
    private final Runnable dispose;

    ReferenceCount(Runnable dispose) {
        this.dispose = dispose;
    }

    /** Adds a user, unless the last one has left already. */
    public boolean tryAcquire() {
        return references.getAndUpdate(count -> count == 0 ? 0 : count + 1) > 0;
    }

    /** Takes a user away; the last one to leave disposes. */
    public void release() {
        if (references.decrementAndGet() == 0) {
            dispose.run();
        }
    }
}
