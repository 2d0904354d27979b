package dev.shipgate.audit.verification;

import java.util.concurrent.atomic.AtomicLong;

/** How far a verification has come in its walk through the chains. Thread-safe. */
public final class Progress {

    private final AtomicLong walked = new AtomicLong();
    private volatile long records;

    /** @param all how many records there are about: some come, and some may go, while it walks */
    void begin(long all) {
        records = all;
    }

    void advance() {
        walked.incrementAndGet();
    }

    /** How many records it has looked at. */
    public long walked() {
        return walked.get();
    }

    /** How many there are about; 0 before the walk begins. */
    public long records() {
        return records;
    }

    /** Whether the chains are walked: the lists by which records are found are compared with them then. */
    public boolean isAtEnd() {
        return records > 0 && walked() >= records;
    }
}
