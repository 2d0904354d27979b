package dev.shipgate.access.browser;

import dev.shipgate.http.EarlyProblem;
import dev.shipgate.http.PathPlace;
import dev.shipgate.http.body.UnreadBody;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.jspecify.annotations.Nullable;

/**
 * Keeps those whom nobody knows from holding memory: paths that are for everybody take no body, but for the small form
 * that signs in.
 */
@ApplicationScoped
public class PublicBodies {

    /** After it is known which path is for everybody (100), before bodies are read (50). */
    private static final int PRIORITY = 95;

    /** A key has 60 characters, and beside it stands the address of the page to go to. */
    private static final int MAX_BYTES = 16_384;

    void register(@Observes Filters filters) {
        filters.register(PublicBodies::check, PRIORITY);
    }

    private static void check(RoutingContext exchange) {
        String refusal = isForEverybody(exchange) && UnreadBody.isToCome(exchange.request()) ? refusal(exchange) : null;
        if (refusal == null) {
            exchange.next();
        } else {
            EarlyProblem.of(413, "body-too-large", "The body is too large")
                    .withDetail(refusal)
                    .answer(exchange);
        }
    }

    private static boolean isForEverybody(RoutingContext exchange) {
        return ConsolePaths.isPublic(exchange) || PathPlace.isAtOrBelow("/q/health", exchange.normalizedPath());
    }

    private static @Nullable String refusal(RoutingContext exchange) {
        if (!exchange.request().method().equals(HttpMethod.POST)
                || !PathPlace.isAtOrBelow(ConsolePaths.LOGIN, exchange.normalizedPath())) {
            return "This path takes no body.";
        }
        String length = exchange.request().getHeader(HttpHeaders.CONTENT_LENGTH);
        return length == null || length.length() > 9 || Integer.parseInt(length) > MAX_BYTES
                ? "The form that signs in has at most " + MAX_BYTES + " bytes, and says how many in Content-Length."
                : null;
    }
}
