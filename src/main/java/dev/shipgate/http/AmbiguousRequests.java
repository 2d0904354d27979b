package dev.shipgate.http;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.core.MediaType;
import java.util.List;

/**
 * Refuses requests whose meaning HTTP leaves open: without a host, with a body that a proxy may end elsewhere than the
 * service does, or with a content type that is none.
 */
@ApplicationScoped
public class AmbiguousRequests {

    /** Before anything else looks at a request. */
    private static final int PRIORITY = 400;

    private static final int BAD_REQUEST = 400;

    void register(@Observes Filters filters) {
        filters.register(AmbiguousRequests::check, PRIORITY);
    }

    /**
     * A request without a valid host fails before any filter, so that it is seen here: before others that look at
     * failures.
     */
    void register(@Observes Router router) {
        router.route().order(Integer.MIN_VALUE).failureHandler(AmbiguousRequests::failed);
    }

    private static void check(RoutingContext exchange) {
        HeaderTimeout timeout = HeaderTimeout.of(exchange.request());
        if (timeout != null) {
            timeout.headersCame();
            exchange.addEndHandler(answered -> timeout.answered());
        }
        List<String> codings = exchange.request().headers().getAll(HttpHeaders.TRANSFER_ENCODING);
        if (codings.isEmpty() || (codings.size() == 1 && codings.get(0).equalsIgnoreCase("chunked"))) {
            checkType(exchange);
            return;
        }
        // Nobody knows where this request ends and another begins.
        exchange.addEndHandler(answered -> exchange.request().connection().close());
        badRequest("The header Transfer-Encoding is \"" + String.join(", ", codings)
                        + "\". Send the body with Content-Length, or with Transfer-Encoding: chunked.")
                .answer(exchange);
    }

    /** Some paths read the type even where there is no body, and would answer 500. */
    private static void checkType(RoutingContext exchange) {
        for (String type : exchange.request().headers().getAll(HttpHeaders.CONTENT_TYPE)) {
            try {
                MediaType.valueOf(type);
            } catch (IllegalArgumentException e) {
                EarlyProblem.of(415, "unsupported-media-type", "Unsupported Media Type")
                        .withDetail("The header Content-Type is \"" + type
                                + "\". It must be a type and a subtype, such as application/json.")
                        .answer(exchange);
                return;
            }
        }
        exchange.next();
    }

    private static void failed(RoutingContext exchange) {
        if (exchange.statusCode() != BAD_REQUEST || exchange.request().authority(true) != null) {
            exchange.next();
            return;
        }
        String host = exchange.request().getHeader(HttpHeaders.HOST);
        // The filters that set these on other answers have not run.
        badRequest(
                        host == null
                                ? "The header Host is missing. HTTP/1.1 requires it."
                                : "The header Host is \"" + host
                                        + "\". It must be a name or an address, and maybe a colon and a port.")
                .withHeader("X-Content-Type-Options", "nosniff")
                .withHeader("X-Frame-Options", "DENY")
                .withHeader("Referrer-Policy", "no-referrer")
                .withHeader("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'")
                .withHeader("Cache-Control", "no-store")
                .answer(exchange);
    }

    private static EarlyProblem badRequest(String detail) {
        return EarlyProblem.of(BAD_REQUEST, "bad-request", "Bad Request").withDetail(detail);
    }
}
