package dev.shipgate.access;

import dev.shipgate.http.PolicyReaders;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** A caller who has a role for which the rules can be read may read them, and where nobody is asked everybody may. */
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
