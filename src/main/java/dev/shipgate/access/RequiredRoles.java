package dev.shipgate.access;

import io.quarkus.security.ForbiddenException;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** For requests that need several roles at once: {@code @RolesAllowed} lets a caller in who has one of them. */
@ApplicationScoped
public class RequiredRoles {

    /** A request that needs several roles, of which its caller lacks one. */
    static final class RolesMissingException extends ForbiddenException {

        private static final long serialVersionUID = 1;

        private final transient List<String> needed;

        private RolesMissingException(List<String> needed) {
            super("Not all of the roles " + needed);
            this.needed = List.copyOf(needed);
        }

        /** All roles that the request needs. */
        List<String> needed() {
            return needed;
        }
    }

    private final SecurityIdentity identity;

    /** @param identity the one of the current request */
    RequiredRoles(SecurityIdentity identity) {
        this.identity = identity;
    }

    /**
     * Lets a request go on whose caller has all of the roles.
     *
     * @throws ForbiddenException when one is missing, which is answered 403
     */
    public void requireAll(String... roles) {
        for (String role : roles) {
            if (!identity.hasRole(role)) {
                throw new RolesMissingException(List.of(roles));
            }
        }
    }
}
