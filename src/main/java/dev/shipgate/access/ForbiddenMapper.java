package dev.shipgate.access;

import dev.shipgate.http.ProblemTypes;
import io.quarkiverse.resteasy.problem.ExceptionMapperBase;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.security.ForbiddenException;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.Priority;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Answers a caller who is known but may not do this, and names the role that is needed. Stands before the mapper of the
 * library.
 */
@Provider
@Priority(1)
public class ForbiddenMapper extends ExceptionMapperBase<ForbiddenException> {

    private final AccessMode mode;
    private final RoutingContext exchange;
    private final ResourceInfo resource;

    /** @param exchange the one of the current request */
    ForbiddenMapper(RoutingContext exchange, @Context ResourceInfo resource, AccessMode mode) {
        this.mode = mode;
        this.exchange = exchange;
        this.resource = resource;
    }

    @Override
    protected HttpProblem toProblem(ForbiddenException exception) {
        String roles = exception instanceof RequiredRoles.RolesMissingException missing
                ? all(missing.needed())
                : oneOf(needed());
        return HttpProblem.builder()
                .withType(ProblemTypes.of("forbidden"))
                .withStatus(403)
                .withTitle("The caller may not do this")
                .withDetail("This needs " + roles + ", which "
                        + (mode.isOpen()
                                ? "nobody has while there are no keys or tokens. Make a key with it."
                                : "the caller does not have. No role implies another."))
                .build();
    }

    private static String all(List<String> needed) {
        return "the roles " + String.join(" and ", needed) + " together";
    }

    private static String oneOf(List<String> needed) {
        if (needed.isEmpty()) {
            return "a role that there is not";
        }
        return needed.size() == 1 ? "the role " + needed.get(0) : "one of the roles " + String.join(", ", needed);
    }

    private List<String> needed() {
        List<String> ofPath = Objects.requireNonNullElse(PathPolicy.neededFor(exchange), List.of());
        return ofPath.isEmpty() ? ofResource() : ofPath;
    }

    private List<String> ofResource() {
        @Nullable RolesAllowed allowed = resource.getResourceMethod().getAnnotation(RolesAllowed.class);
        if (allowed == null) {
            allowed = resource.getResourceClass().getAnnotation(RolesAllowed.class);
        }
        return allowed == null ? List.of() : List.of(allowed.value());
    }
}
