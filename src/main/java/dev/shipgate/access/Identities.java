package dev.shipgate.access;

import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import java.util.Set;

/** The identities of callers as the platform has them. */
final class Identities {

    private Identities() {}

    /** The owner of a key. */
    static SecurityIdentity of(StoredKey key) {
        return of("key:" + key.name(), Set.copyOf(key.roles()));
    }

    static SecurityIdentity of(String name, Set<String> roles) {
        return QuarkusSecurityIdentity.builder()
                .setPrincipal(new QuarkusPrincipal(name))
                .addRoles(roles)
                .build();
    }
}
