package dev.shipgate.http;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Refuses query parameters where the platform answers and would pass them over: health and metrics have none. */
@ApplicationScoped
public class OperationalQuery {

    /** After it is known whether the caller may ask. */
    private static final int PRIORITY = 90;

    void register(@Observes Filters filters) {
        filters.register(OperationalQuery::refuse, PRIORITY);
    }

    private static void refuse(RoutingContext exchange) {
        String path = exchange.normalizedPath();
        boolean takesNone = path.startsWith("/q/health") || path.startsWith("/q/metrics");
        String query = exchange.request().query();
        if (!takesNone || query == null || query.isEmpty()) {
            exchange.next();
            return;
        }
        EarlyProblem.of(400, "invalid-request", "The request has values that cannot be evaluated")
                .withDetail("This path has no query parameters, but the query is \"" + query + "\".")
                .answer(exchange);
    }
}
