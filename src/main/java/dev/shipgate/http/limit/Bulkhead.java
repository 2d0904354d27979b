package dev.shipgate.http.limit;

import java.util.concurrent.Semaphore;

/**
 * Work that takes long, and of which only a few are let run at a time, so that a caller who asks for very much of it
 * does not take the service from everybody else. It counts runs of one kind of work, each with a bulkhead of its own; a
 * {@link MemoryAdmission} counts the memory that all requests have together. Thread-safe.
 */
public final class Bulkhead {

    private final Semaphore free;
    private final String what;

    /**
     * @param max how many at a time
     * @param what the name of the work, in the plural, as the beginning of a sentence
     */
    public Bulkhead(int max, String what) {
        this.free = new Semaphore(max);
        this.what = what;
    }

    /** The task to run. */
    public interface Work<T, E extends Exception> {

        T run() throws E;
    }

    /**
     * Does it, or refuses at once.
     *
     * @throws TooManyRequestsException when as many run already as may
     */
    public <T, E extends Exception> T run(Work<T, E> work) throws E {
        if (!free.tryAcquire()) {
            throw new TooManyRequestsException(what + " run already, as many as may at a time. Try again later.");
        }
        try {
            return work.run();
        } finally {
            free.release();
        }
    }
}
