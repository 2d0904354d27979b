package dev.shipgate.http;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;

/** The caller of the current request. */
@ApplicationScoped
public class Caller {

    private final SecurityIdentity identity;

    /** @param identity the one of the current request */
    Caller(SecurityIdentity identity) {
        this.identity = identity;
    }

    /**
     * {@code key:NAME} for an API key, {@code oidc:NAME} for a token, and the network address where nobody has to say
     * who they are. The same name is in the audit.
     */
    public String name() {
        return identity.getPrincipal().getName();
    }
}
