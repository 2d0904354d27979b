package dev.shipgate.http.body;

import dev.shipgate.http.limit.BodyTooLargeException;
import dev.shipgate.http.limit.HttpConfig;
import dev.shipgate.http.limit.MemoryAdmission;
import dev.shipgate.http.limit.TooManyRequestsException;
import dev.shipgate.memory.HeapShares;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Takes the body of a request before a thread is given to it, so that clients that send slowly, or stop in the
 * middle, hold none. Bodies have a share of the memory until their requests are answered. The body of a caller who may
 * not call is not read.
 */
@ApplicationScoped
public class BodyReading {

    private static final String OUTCOME = "shipgate.body";

    /**
     * Quarkus authenticates at 200 and authorizes at 100; the limits of callers are checked after that, and before
     * this.
     */
    private static final int AFTER_ACCESS_IS_GRANTED = 50;

    private final long maxBytes;
    private final Duration timeout;
    private final MemoryAdmission memory = new MemoryAdmission(HeapShares.bodies());

    BodyReading(HttpConfig config) {
        this.maxBytes = config.maxBodySize().asLongValue();
        this.timeout = config.bodyTimeout();
    }

    /** How the reading ended. */
    sealed interface BodyOutcome {

        /**
         * The whole body was read.
         *
         * @param memory the share of the memory that the body has until its request is answered
         */
        record Taken(byte[] body, MemoryAdmission.Admitted memory) implements BodyOutcome {}

        /** The body is too large, too slow, or too much for the memory that is free. */
        record Refused(RuntimeException refusal) implements BodyOutcome {}
    }

    /** How the reading of this request's body ended; null when it has none. */
    static @Nullable BodyOutcome of(RoutingContext exchange) {
        return exchange.get(OUTCOME);
    }

    void register(@Observes Filters filters) {
        filters.register(this::read, AFTER_ACCESS_IS_GRANTED);
    }

    private void read(RoutingContext exchange) {
        HttpServerRequest request = exchange.request();
        String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        // The page of the contract is rerouted to another path, so that this filter runs twice.
        boolean isRead = of(exchange) != null;
        if (isRead || !UnreadBody.isSaid(request)) {
            exchange.next();
        } else if (length != null && Long.parseLong(length) > maxBytes) {
            end(exchange, new BodyOutcome.Refused(new BodyTooLargeException(maxBytes)));
        } else {
            new Reading(exchange).start();
        }
    }

    private static void end(RoutingContext exchange, BodyOutcome outcome) {
        exchange.put(OUTCOME, outcome);
        exchange.next();
    }

    /** Of one body, on the connection's event loop. */
    private final class Reading {

        private final RoutingContext exchange;
        private final Buffer body = Buffer.buffer();
        private final MemoryAdmission.Admitted admitted = memory.admit(0);
        private final long timer;
        private boolean ended;

        Reading(RoutingContext exchange) {
            this.exchange = exchange;
            this.timer =
                    exchange.vertx().setTimer(timeout.toMillis(), late -> refuse(new BodyTooSlowException(timeout)));
        }

        void start() {
            HttpServerRequest request = exchange.request();
            if ("100-continue".equalsIgnoreCase(request.getHeader(HttpHeaders.EXPECT))) {
                exchange.response().writeContinue();
            }
            request.handler(this::take)
                    .endHandler(all -> complete())
                    .exceptionHandler(gone -> abandon())
                    .resume();
        }

        private void take(Buffer part) {
            if (ended) {
                return;
            }
            if (body.length() + part.length() > maxBytes) {
                refuse(new BodyTooLargeException(maxBytes));
                return;
            }
            try {
                admitted.take(part.length());
            } catch (TooManyRequestsException tooMany) {
                refuse(tooMany);
                return;
            }
            body.appendBuffer(part);
        }

        private void complete() {
            if (endsNow()) {
                admitted.keepUntilEnd(exchange, admitted.bytes());
                BodyReading.end(exchange, new BodyOutcome.Taken(body.getBytes(), admitted));
            }
        }

        private void refuse(RuntimeException refusal) {
            if (endsNow()) {
                admitted.release();
                BodyReading.end(exchange, new BodyOutcome.Refused(refusal));
            }
        }

        /** The connection is gone, and nobody waits for an answer. */
        private void abandon() {
            if (endsNow()) {
                admitted.release();
            }
        }

        /** Whether this is the first to end the reading: the end, a refusal, or the connection that is gone. */
        private boolean endsNow() {
            if (ended) {
                return false;
            }
            ended = true;
            exchange.vertx().cancelTimer(timer);
            return true;
        }
    }
}
