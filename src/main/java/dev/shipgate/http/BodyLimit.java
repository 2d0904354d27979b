package dev.shipgate.http;

import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Refuses bodies beyond the configured size, by their declared length where there is one and while reading
 * where there is none. Quarkus's own limit answers with an empty body, which is no problem detail.
 */
public class BodyLimit {

    private static final long MAX_PASSING_OVER_MILLIS = 10_000;

    private final long maxBytes;

    BodyLimit(HttpConfig config) {
        this.maxBytes = config.maxBodySize().asLongValue();
    }

    @ServerRequestFilter
    public void limit(ContainerRequestContext request, RoutingContext exchange) {
        String declared = request.getHeaderString("Content-Length");
        if (declared != null && Long.parseLong(declared) > maxBytes) {
            throw tooLarge(exchange);
        }
        if (declared == null && request.hasEntity()) {
            request.setEntityStream(new LimitedStream(request.getEntityStream(), exchange));
        }
    }

    private BodyTooLargeException tooLarge(RoutingContext exchange) {
        exchange.addEndHandler(answered -> passOver(exchange));
        return new BodyTooLargeException(maxBytes);
    }

    /**
     * Many clients read the answer only after they have sent all of the body, so the rest of it is taken and
     * thrown away for a while. Otherwise they would wait for the service, and the service for them.
     */
    private static void passOver(RoutingContext exchange) {
        exchange.request().handler(rest -> {}).resume();
        exchange.vertx()
                .setTimer(
                        MAX_PASSING_OVER_MILLIS,
                        late -> exchange.request().connection().close());
    }

    private final class LimitedStream extends FilterInputStream {

        private final RoutingContext exchange;
        private long readBytes;

        LimitedStream(InputStream stream, RoutingContext exchange) {
            super(stream);
            this.exchange = exchange;
        }

        @Override
        public int read() throws IOException {
            int next = super.read();
            count(next < 0 ? 0 : 1);
            return next;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            int read = super.read(target, offset, length);
            count(Math.max(read, 0));
            return read;
        }

        private void count(int bytes) {
            readBytes += bytes;
            if (readBytes > maxBytes) {
                throw tooLarge(exchange);
            }
        }
    }
}
