package dev.shipgate.http.body;

import dev.shipgate.http.body.BodyReading.BodyOutcome;
import dev.shipgate.http.limit.HttpConfig;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.NotSupportedException;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.io.ByteArrayInputStream;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Hands on the body that was read, or refuses the request. Quarkus's own limit answers with an empty body, which
 * is no problem detail.
 */
public class BodyHandOver {

    private final long maxBytes;

    BodyHandOver(HttpConfig config) {
        this.maxBytes = config.maxBodySize().asLongValue();
    }

    @ServerRequestFilter
    public void handOver(ContainerRequestContext request, RoutingContext exchange) {
        BodyOutcome read = BodyReading.of(exchange);
        if (read instanceof BodyOutcome.Refused refused) {
            exchange.addEndHandler(answered -> UnreadBody.passOver(exchange));
            throw refused.refusal();
        }
        if (read instanceof BodyOutcome.Taken taken) {
            handOver(request, exchange, taken);
        }
    }

    private void handOver(ContainerRequestContext request, RoutingContext exchange, BodyOutcome.Taken taken) {
        byte[] body = taken.body();
        if (body.length > 0 && !exchange.request().headers().contains(HttpHeaders.CONTENT_TYPE)) {
            // Else a page of any site could have a browser send it; a type of JSON it would have to ask for first.
            throw new NotSupportedException();
        }
        byte[] decoded = ContentCoding.decoded(exchange.request(), body, maxBytes, taken.memory());
        request.setEntityStream(new ByteArrayInputStream(decoded));
    }
}
