package dev.shipgate.http;

import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.io.ByteArrayInputStream;
import java.util.Objects;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Hands on the body that was read, or refuses the request. Quarkus's own limit answers with an empty body, which
 * is no problem detail.
 */
public class BodyHandOver {

    private static final long MAX_PASSING_OVER_MILLIS = 10_000;

    @ServerRequestFilter
    public void handOver(ContainerRequestContext request, RoutingContext exchange) {
        BodyReading.Outcome outcome = BodyReading.of(exchange);
        if (outcome == null) {
            return;
        }
        if (outcome.refusal() != null) {
            exchange.addEndHandler(answered -> passOver(exchange));
            throw outcome.refusal();
        }
        request.setEntityStream(new ByteArrayInputStream(Objects.requireNonNull(outcome.body())));
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
}
