package dev.shipgate.access.browser;

import dev.shipgate.http.EarlyProblem;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
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

    private static final String FETCH_SITE = "Sec-Fetch-Site";

    void register(@Observes Filters filters) {
        filters.register(OriginCheck::check, PRIORITY);
    }

    private static void check(RoutingContext exchange) {
        String refusal = refusal(exchange);
        if (refusal == null) {
            exchange.next();
            return;
        }
        EarlyProblem.of(403, "origin-not-allowed", "Pages of other sites may not call the service")
                .withDetail(refusal)
                .answer(exchange);
    }

    /** The reason to refuse a request; null when there is none. */
    private static @Nullable String refusal(RoutingContext exchange) {
        HttpServerRequest request = exchange.request();
        String origin = request.getHeader(HttpHeaders.ORIGIN);
        if (origin != null && !isOf(origin, request.getHeader(HttpHeaders.HOST))) {
            return "The header Origin is \"" + origin + "\", which is another site.";
        }
        if (!ConsolePaths.isOfConsole(exchange) || isReading(request)) {
            return null;
        }
        // A form of the console always comes with one of them, and the cookie of its reader is as good as a key.
        String site = request.getHeader(FETCH_SITE);
        if (site != null && !site.equals("same-origin")) {
            return "The header " + FETCH_SITE + " is \"" + site + "\", so a page of another site sent this.";
        }
        return site == null && origin == null
                ? "Neither Origin nor " + FETCH_SITE + " says that a page of the console sent this. Callers without a "
                        + "browser use the paths below /v1."
                : null;
    }

    private static boolean isReading(HttpServerRequest request) {
        return request.method().equals(HttpMethod.GET) || request.method().equals(HttpMethod.HEAD);
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
