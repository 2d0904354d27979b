package dev.shipgate.policy.session;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * Counts the references to something that must be disposed of after its last use. Starts with one reference, that of
 * its owner. Thread-safe.
 */
public final class ReferenceCount {

    private final AtomicInteger references = new AtomicInteger(1);
    private final Runnable dispose;

    ReferenceCount(Runnable dispose) {
        this.dispose = dispose;
    }

    /** Adds a reference, unless the last one was released already. */
    public boolean tryAcquire() {
        return references.getAndUpdate(count -> count == 0 ? 0 : count + 1) > 0;
    }

    /** Releases a reference; with the last one, disposes. */
    public void release() {
        if (references.decrementAndGet() == 0) {
            dispose.run();
        }
    }
}
