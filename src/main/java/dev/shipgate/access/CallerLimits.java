package dev.shipgate.access;

import dev.shipgate.http.EarlyProblem;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;

/**
 * How often, and how many at a time, each caller may ask of anything but health. Refused requests cost no thread, and
 * their bodies no memory.
 */
@ApplicationScoped
public class CallerLimits {

    /** After the platform has identified the caller (200) and checked the permission (100), before bodies are read. */
    private static final int PRIORITY = 90;

    private final @Nullable RateLimits rates;
    private final int requestsPerSecond;
    private final int maxConcurrentRequests;
    private final ConcurrentMap<String, Integer> running = new ConcurrentHashMap<>();

    CallerLimits(AccessConfig config) {
        requestsPerSecond = config.requestsPerSecond();
        rates = requestsPerSecond == 0 ? null : new RateLimits(requestsPerSecond, config.burst());
        maxConcurrentRequests = config.maxConcurrentRequests();
    }

    void register(@Observes Filters filters) {
        filters.register(this::limit, PRIORITY);
    }

    private void limit(RoutingContext exchange) {
        if (PathPolicy.isHealth(exchange)
                || !(exchange.user() instanceof QuarkusHttpUser caller)
                || caller.getSecurityIdentity().isAnonymous()) {
            exchange.next();
            return;
        }
        String name = caller.getSecurityIdentity().getPrincipal().getName();
        long retryAfterSeconds = rates == null ? 0 : rates.take(name);
        if (retryAfterSeconds > 0) {
            EarlyProblem.tooManyRequests(
                            "The caller may send " + requestsPerSecond + " requests a second, and has sent more.",
                            retryAfterSeconds)
                    .answer(exchange);
        } else if (maxConcurrentRequests == 0) {
            exchange.next();
        } else {
            runWithin(exchange, name);
        }
    }

    private void runWithin(RoutingContext exchange, String name) {
        if (exchange.response().closed()) {
            // Nobody waits for it, and nobody would tell of its end.
            return;
        }
        if (running.merge(name, 1, Integer::sum) > maxConcurrentRequests) {
            endOf(name);
            EarlyProblem.tooManyRequests(
                            "Of the caller, " + maxConcurrentRequests
                                    + " requests run already, as many as may at a time.",
                            1)
                    .answer(exchange);
        } else {
            // Also called when the client goes away.
            exchange.addEndHandler(ended -> endOf(name));
            exchange.next();
        }
    }

    private void endOf(String name) {
        running.computeIfPresent(name, (caller, requests) -> requests == 1 ? null : requests - 1);
    }
}
