package dev.shipgate.access;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Knows whose key a key is. */
@ApplicationScoped
public class ApiKeyIdentities implements IdentityProvider<ApiKeyRequest> {

    private final LoadedKeys keys;

    ApiKeyIdentities(LoadedKeys keys) {
        this.keys = keys;
    }

    @Override
    public Class<ApiKeyRequest> getRequestType() {
        return ApiKeyRequest.class;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(ApiKeyRequest request, AuthenticationRequestContext context) {
        return ApiKey.parse(request.presented())
                .flatMap(keys::find)
                .map(key -> Uni.createFrom().item(Identities.of(key)))
                .orElseGet(() -> Uni.createFrom().failure(new AuthenticationFailedException()));
    }
}
