package dev.shipgate.access;

import dev.shipgate.http.EarlyProblem;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Keeps pages in browsers of this machine away from a service that is for this machine alone: a site can have its name
 * lead to 127.0.0.1, and then read the answers of the service, but the browser still sends that name.
 */
@ApplicationScoped
public class HostCheck {

    /** Before the platform identifies the caller (200). */
    private static final int PRIORITY = 300;

    private static final Pattern THIS_MACHINE =
            Pattern.compile("(localhost|127\\.0\\.0\\.1|\\[::1])(:\\d*)?", Pattern.CASE_INSENSITIVE);

    private final AccessMode mode;

    HostCheck(AccessMode mode) {
        this.mode = mode;
    }

    void register(@Observes Filters filters) {
        if (mode.isForThisMachineAlone()) {
            filters.register(HostCheck::check, PRIORITY);
        }
    }

    private static void check(RoutingContext exchange) {
        List<String> hosts = exchange.request().headers().getAll(HttpHeaders.HOST);
        if (hosts.stream().allMatch(host -> THIS_MACHINE.matcher(host).matches())) {
            exchange.next();
            return;
        }
        EarlyProblem.of(403, "host-not-allowed", "The service is for this machine alone")
                .withDetail(
                        "Without keys, the service answers only requests to localhost, 127.0.0.1 or [::1], but the header "
                                + "Host is \"" + String.join(", ", hosts)
                                + "\". Maybe set SHIPGATE_ACCESS_KEYS_FILE, or "
                                + "SHIPGATE_ACCESS_ALLOW_ANYONE_ON_THE_NETWORK?")
                .answer(exchange);
    }
}
