package dev.shipgate.access;

import dev.shipgate.access.browser.SignIn;
import dev.shipgate.http.EarlyProblem;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Refuses callers who cannot be identified. Guessing is slowed down for each address, and never for a caller with a
 * valid key.
 */
@ApplicationScoped
public class AuthenticationFailures {

    private static final int PER_SECOND = 10;
    private static final int BURST = 100;

    private final RateLimits attempts = new RateLimits(PER_SECOND, BURST);

    /** Answers 401; or 429, when very many from the same address were answered so. A page leads to the way in. */
    void refuseUnknown(RoutingContext exchange) {
        boolean sent = exchange.request().headers().contains(HttpHeaders.AUTHORIZATION);
        if (!sent && SignIn.lead(exchange)) {
            return;
        }
        long retryAfterSeconds = count(exchange);
        if (retryAfterSeconds > 0) {
            EarlyProblem.tooManyRequests("Too many requests from this address had no valid key.", retryAfterSeconds)
                    .answer(exchange);
            return;
        }
        EarlyProblem.of(401, "unauthenticated", "The caller is not known")
                .withDetail(
                        sent
                                ? "The key or token in the header Authorization is not accepted. Maybe it was revoked or has expired? "
                                        + "It must be: Authorization: Bearer, and a key or a token."
                                : "This path needs a key or a token. Send it as: Authorization: Bearer sg_...")
                .withHeader("WWW-Authenticate", "Bearer")
                .answer(exchange);
    }

    /**
     * Counts a caller who is not known.
     *
     * @return 0, or after how many seconds the same address may try again
     */
    long count(RoutingContext exchange) {
        return attempts.take(exchange.request().remoteAddress().hostAddress());
    }
}
