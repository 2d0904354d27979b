package dev.shipgate.access;

import dev.shipgate.http.EarlyProblem;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * Keeps pages of other sites from having a browser post something here: forms and plain text need no permission for
 * that, and the browser of a person who may call would be the caller. Only browsers send an origin, and pages cannot
 * change it.
 */
@ApplicationScoped
public class OriginCheck {

    /** Before the platform identifies the caller (200). */
    private static final int PRIORITY = 290;

    void register(@Observes Filters filters) {
        filters.register(OriginCheck::check, PRIORITY);
    }

    private static void check(RoutingContext exchange) {
        String origin = exchange.request().getHeader(HttpHeaders.ORIGIN);
        if (origin == null || isOf(origin, exchange.request().getHeader(HttpHeaders.HOST))) {
            exchange.next();
            return;
        }
        EarlyProblem.of(403, "origin-not-allowed", "Pages of other sites may not call the service")
                .withDetail("The header Origin is \"" + origin + "\", which is another site.")
                .answer(exchange);
    }

    private static boolean isOf(String origin, @Nullable String host) {
        try {
            String authority = URI.create(origin).getRawAuthority();
            return authority != null && authority.equalsIgnoreCase(host);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
