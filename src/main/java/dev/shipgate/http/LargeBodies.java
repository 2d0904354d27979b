package dev.shipgate.http;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/**
 * Lets as many requests with large bodies be evaluated at a time as there is memory for: an evaluation takes some
 * thirty times as much as its body. One of the largest size always may be. Thread-safe.
 */
@ApplicationScoped
public class LargeBodies {

    private static final int LARGE_BYTES = 1 << 18;
    private static final int BYTES_FOR_A_BYTE = 32;

    private final long maxBytes;
    private final AtomicLong bytes = new AtomicLong();

    LargeBodies(HttpConfig config) {
        this.maxBytes = Math.max(
                Runtime.getRuntime().maxMemory() / BYTES_FOR_A_BYTE,
                config.maxBodySize().asLongValue());
    }

    /**
     * Evaluates it, or refuses at once.
     *
     * @throws TooManyRequestsException when there may not be memory enough
     */
    public <T> T run(int bodyBytes, Supplier<T> evaluation) {
        if (bodyBytes <= LARGE_BYTES) {
            return evaluation.get();
        }
        try {
            if (bytes.addAndGet(bodyBytes) > maxBytes) {
                throw new TooManyRequestsException(
                        "As many large bodies are being evaluated as there is memory for. Try again later.");
            }
            return evaluation.get();
        } finally {
            bytes.addAndGet(-bodyBytes);
        }
    }
}
