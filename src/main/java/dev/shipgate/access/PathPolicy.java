package dev.shipgate.access;

import dev.shipgate.access.browser.ConsolePaths;
import dev.shipgate.http.PathPlace;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.HttpSecurityPolicy;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The decision on access before any byte of a body is read: health and the way in are for everybody, and all else for
 * known callers.
 * The platform's own paths have their roles here; resources have theirs as {@code @RolesAllowed}.
 */
@ApplicationScoped
public class PathPolicy implements HttpSecurityPolicy {

    private static final String NEEDED = "shipgate.needed-roles";
    private static final String HEALTH = "/q/health";
    private static final String PLATFORM = "/q";

    private static final Map<String, List<String>> ROLES = Map.of("/q/openapi", Roles.ALL, "/q/swagger-ui", Roles.ALL);

    @Override
    public Uni<CheckResult> checkPermission(
            RoutingContext exchange, Uni<SecurityIdentity> caller, AuthorizationRequestContext context) {
        return isHealth(exchange) || ConsolePaths.isPublic(exchange)
                ? CheckResult.permit()
                : caller.map(known -> check(exchange, exchange.normalizedPath(), known));
    }

    /** A path that tells others whether to start the service anew must answer whatever its callers do. */
    static boolean isHealth(RoutingContext exchange) {
        return PathPlace.isAtOrBelow(HEALTH, exchange.normalizedPath());
    }

    private static CheckResult check(RoutingContext exchange, String path, SecurityIdentity caller) {
        if (caller.isAnonymous()) {
            return CheckResult.DENY;
        }
        List<String> needed = needed(path);
        exchange.put(NEEDED, needed);
        return needed.isEmpty() || needed.stream().anyMatch(caller::hasRole) ? CheckResult.PERMIT : CheckResult.DENY;
    }

    /** Metrics, and all paths that the platform may ever have beside them, are for callers who may see everything. */
    private static List<String> needed(String path) {
        return ROLES.entrySet().stream()
                .filter(entry -> PathPlace.isAtOrBelow(entry.getKey(), path))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(PathPlace.isAtOrBelow(PLATFORM, path) ? List.of(Roles.AUDIT) : List.of());
    }

    /** Of which roles a path of the platform needs one, empty when it is none of these; null before that was asked. */
    static @Nullable List<String> neededFor(RoutingContext exchange) {
        return exchange.get(NEEDED);
    }
}
