package dev.shipgate.http;

import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Lets as many requests in at a time as there is memory for: what they may take together is half of the heap, of which
 * each gets what it will need before it is read. Thread-safe.
 */
@ApplicationScoped
public class Admission {

    private final long maxBytes;
    private final AtomicLong bytes = new AtomicLong();

    Admission() {
        this(Runtime.getRuntime().maxMemory() / 2);
    }

    Admission(long maxBytes) {
        this.maxBytes = maxBytes;
    }

    /**
     * Lets a request in, or refuses it at once.
     *
     * @param bytes what it will need, see {@link MemoryNeed}
     * @throws BodyTooLargeException when it needs more than all may have together
     * @throws TooManyRequestsException when others have so much that not enough is left
     */
    public Admitted admit(long bytes) {
        if (bytes > maxBytes) {
            throw BodyTooLargeException.forMemory();
        }
        Admitted admitted = new Admitted(bytes);
        if (this.bytes.get() > maxBytes) {
            admitted.release();
            throw new TooManyRequestsException(
                    "As many requests are being answered as there is memory for. Try again later.");
        }
        return admitted;
    }

    /** A request that was let in, until it gives back what it has. */
    public final class Admitted {

        private final AtomicLong held = new AtomicLong();

        private Admitted(long bytes) {
            held.set(bytes);
            Admission.this.bytes.addAndGet(bytes);
        }

        /** Gives back all but what an answer takes, and that once the client has it or is gone. */
        void keepUntilEnd(RoutingContext exchange, long bytes) {
            keep(bytes);
            exchange.addEndHandler(end -> release());
            if (exchange.response().closed()) {
                // Who went before will not be told of again.
                release();
            }
        }

        private void keep(long bytes) {
            long before = held.getAndSet(bytes);
            Admission.this.bytes.addAndGet(bytes - before);
        }

        /** Gives back all of it; a second time does nothing. */
        public void release() {
            keep(0);
        }
    }
}
