package dev.shipgate.access;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** For requests that need several roles at once: {@code @RolesAllowed} lets a caller in who has one of them. */
@ApplicationScoped
public class RequiredRoles {

    private final SecurityIdentity identity;

    /** @param identity the one of the current request */
    RequiredRoles(SecurityIdentity identity) {
        this.identity = identity;
    }

    /**
     * Lets a request go on whose caller has all of the roles.
     *
     * @throws RolesMissingException when one is missing, which is answered 403
     */
    public void requireAll(String... roles) {
        for (String role : roles) {
            if (!identity.hasRole(role)) {
                throw new RolesMissingException(List.of(roles));
            }
        }
    }
}
