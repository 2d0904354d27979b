package dev.shipgate.audit.http;

import dev.shipgate.http.WriteTimeoutOutput;
import dev.shipgate.http.limit.Bulkhead;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.time.Duration;
import org.jboss.logging.Logger;

/**
 * Writes a response that is too large for memory as fast as its client takes it. This may be slow, and holds a thread.
 *
 * @param permits how many such responses may be written at a time
 * @param patience with a client that takes nothing
 */
record ClientStream(Bulkhead permits, Duration patience) {

    private static final Logger LOG = Logger.getLogger(ClientStream.class);

    StreamingOutput of(RoutingContext exchange, StreamingOutput content) {
        return out -> permits.run(() -> {
            try (WriteTimeoutOutput client = new WriteTimeoutOutput(out, exchange, patience)) {
                content.write(client);
            } catch (IOException e) {
                if (!exchange.response().closed()) {
                    throw e;
                }
                LOG.debugf("A client went before it had all of an export: %s", e.getMessage());
            }
            return out;
        });
    }
}
