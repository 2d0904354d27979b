package dev.shipgate.access;

import dev.shipgate.http.PolicyReaders;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/**
 * A caller with a role that can read the rules may read them. Where callers need not identify themselves, everybody
 * may.
 */
@ApplicationScoped
public class PolicyReadersByRole implements PolicyReaders {

    private static final List<String> ROLES = List.of(Roles.AUDIT, Roles.AUTHOR, Roles.PUBLISH);

    private final SecurityIdentity identity;

    /** @param identity the one of the current request */
    PolicyReadersByRole(SecurityIdentity identity) {
        this.identity = identity;
    }

    @Override
    public boolean includeCaller() {
        return ROLES.stream().anyMatch(identity::hasRole);
    }
}
