package dev.shipgate.http;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Takes the body of a request before a thread is given to it, so that clients that send slowly, or stop in the
 * middle, hold none. All bodies together may have a quarter of the memory. An evaluation takes some thirty times as
 * much as its body, so large ones wait outside when those that run may need all of it.
 */
@ApplicationScoped
public class BodyReading {

    private static final String OUTCOME = "shipgate.body";
    private static final int BEFORE_OTHER_FILTERS = 1_000;
    private static final int LARGE_BYTES = 1 << 18;

    private final long maxBytes;
    private final Duration timeout;
    private final long maxBytesOfAll = Runtime.getRuntime().maxMemory() / 4;
    private final AtomicLong bytesOfAll = new AtomicLong();
    private final long maxBytesOfLarge;
    private final AtomicLong bytesOfLarge = new AtomicLong();

    BodyReading(HttpConfig config) {
        this.maxBytes = config.maxBodySize().asLongValue();
        this.timeout = config.bodyTimeout();
        this.maxBytesOfLarge = Math.max(Runtime.getRuntime().maxMemory() / 32, maxBytes);
    }

    /**
     * How the reading ended.
     *
     * @param body null when it was refused
     * @param refusal null when it was not
     */
    record Outcome(byte @Nullable [] body, @Nullable RuntimeException refusal) {}

    /** How the reading of this request's body ended; null when it has none. */
    static @Nullable Outcome of(RoutingContext exchange) {
        return exchange.get(OUTCOME);
    }

    void register(@Observes Filters filters) {
        filters.register(this::read, BEFORE_OTHER_FILTERS);
    }

    private void read(RoutingContext exchange) {
        HttpServerRequest request = exchange.request();
        String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        if (length == null && !request.headers().contains(HttpHeaders.TRANSFER_ENCODING)) {
            exchange.next();
        } else if (length != null && Long.parseLong(length) > maxBytes) {
            end(exchange, new Outcome(null, new BodyTooLargeException(maxBytes)));
        } else {
            new Reading(exchange).start();
        }
    }

    private static void end(RoutingContext exchange, Outcome outcome) {
        exchange.put(OUTCOME, outcome);
        exchange.next();
    }

    /** Of one body, on the connection's event loop. */
    private final class Reading {

        private final RoutingContext exchange;
        private final Buffer body = Buffer.buffer();
        private final long timer;
        private boolean ended;

        Reading(RoutingContext exchange) {
            this.exchange = exchange;
            this.timer =
                    exchange.vertx().setTimer(timeout.toMillis(), late -> refuse(new BodyTooSlowException(timeout)));
        }

        void start() {
            HttpServerRequest request = exchange.request();
            exchange.addEndHandler(answered -> bytesOfAll.addAndGet(-body.length()));
            if ("100-continue".equalsIgnoreCase(request.getHeader(HttpHeaders.EXPECT))) {
                exchange.response().writeContinue();
            }
            request.handler(this::take).endHandler(all -> accept());
            request.exceptionHandler(gone -> exchange.vertx().cancelTimer(timer));
            request.resume();
        }

        private void take(Buffer part) {
            if (ended) {
                return;
            }
            if (body.length() + part.length() > maxBytes) {
                refuse(new BodyTooLargeException(maxBytes));
            } else if (bytesOfAll.addAndGet(part.length()) > maxBytesOfAll) {
                bytesOfAll.addAndGet(-part.length());
                refuse(new TooManyRequestsException(
                        "As many bodies are read already as there is memory for. Try again later."));
            } else {
                body.appendBuffer(part);
            }
        }

        private void accept() {
            if (ended || body.length() <= LARGE_BYTES) {
                end(new Outcome(body.getBytes(), null));
                return;
            }
            exchange.addEndHandler(answered -> bytesOfLarge.addAndGet(-body.length()));
            if (bytesOfLarge.addAndGet(body.length()) > maxBytesOfLarge) {
                refuse(new TooManyRequestsException(
                        "As many large bodies are evaluated already as there is memory for. Try again later."));
            } else {
                end(new Outcome(body.getBytes(), null));
            }
        }

        private void refuse(RuntimeException refusal) {
            end(new Outcome(null, refusal));
        }

        private void end(Outcome outcome) {
            if (!ended) {
                ended = true;
                exchange.vertx().cancelTimer(timer);
                BodyReading.end(exchange, outcome);
            }
        }
    }
}
