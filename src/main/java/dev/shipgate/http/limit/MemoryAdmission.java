package dev.shipgate.http.limit;

import dev.shipgate.memory.HeapShares;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Lets as many requests in at a time as there is memory for: each is given its memory before it uses it. The bean
 * counts the memory of answers; the bodies of requests have an admission of their own, with a share of their own, see
 * {@link HeapShares}. It is no {@link Bulkhead}: it counts bytes of all requests and not runs of one kind of work, and
 * the memory of a request grows and shrinks until its client has the answer. Thread-safe.
 */
@ApplicationScoped
public class MemoryAdmission {

    private final long maxBytes;
    private final AtomicLong taken = new AtomicLong();

    MemoryAdmission() {
        this(HeapShares.answers());
    }

    /** @param maxBytes the bytes that all requests that are in at one time may have together */
    public MemoryAdmission(long maxBytes) {
        this.maxBytes = maxBytes;
    }

    /**
     * Lets a request in, or refuses it at once.
     *
     * @param bytes the memory that it will need, see {@link MemoryNeed}
     * @throws BodyTooLargeException when it needs more than all may have together
     * @throws TooManyRequestsException when others have so much that not enough is left
     */
    public Admitted admit(long bytes) {
        if (bytes > maxBytes) {
            throw BodyTooLargeException.forMemory();
        }
        Admitted admitted = new Admitted();
        admitted.take(bytes);
        return admitted;
    }

    /**
     * Does work that needs so much memory, or refuses it at once.
     *
     * @throws BodyTooLargeException when it needs more than all may have together
     * @throws TooManyRequestsException when others have so much that not enough is left
     */
    public <T, E extends Exception> T run(long bytes, Bulkhead.Work<T, E> work) throws E {
        Admitted admitted = admit(bytes);
        try {
            return work.run();
        } finally {
            admitted.release();
        }
    }

    /** A request that was let in, until it gives back its memory. */
    public final class Admitted {

        private final AtomicLong held = new AtomicLong();

        private Admitted() {}

        /**
         * Takes more, or gives back all of it.
         *
         * @throws TooManyRequestsException when others have so much that not enough is left
         */
        public void take(long bytes) {
            held.addAndGet(bytes);
            if (taken.addAndGet(bytes) > maxBytes) {
                release();
                throw new TooManyRequestsException(
                        "As many requests are being answered as there is memory for. Try again later.");
            }
        }

        /** Gives back all but so much, and that once the client has its answer or is gone. */
        public void keepUntilEnd(RoutingContext exchange, long bytes) {
            long before = held.getAndSet(bytes);
            taken.addAndGet(bytes - before);
            exchange.addEndHandler(end -> release());
            if (exchange.response().closed()) {
                // The end handler does not run for a connection that had closed before.
                release();
            }
        }

        /** The memory that it has, in bytes. */
        public long bytes() {
            return held.get();
        }

        /** Gives back all of it; a second time does nothing. */
        public void release() {
            taken.addAndGet(-held.getAndSet(0));
        }
    }
}
