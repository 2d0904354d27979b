package dev.shipgate.access;

import dev.shipgate.access.browser.ConsolePaths;
import dev.shipgate.access.browser.Sessions;
import dev.shipgate.text.HiddenCharacters;
import io.quarkus.oidc.runtime.OidcAuthenticationMechanism;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Identifies the caller. {@code Authorization: Bearer} has either a key, which begins with {@code sg_}, or a token of
 * the configured issuer, which never does; a page may have the cookie of somebody who signed in. A credential that is
 * not accepted counts as none: it opens only the paths that are for everybody. Stands in the place of the platform's
 * own mechanism for tokens, and asks it.
 */
@Alternative
@Priority(1)
@ApplicationScoped
public class CallerAuthentication implements HttpAuthenticationMechanism {

    private static final Logger LOG = Logger.getLogger(CallerAuthentication.class);

    private static final String BEARER = "Bearer ";

    /** The names that can stand in a line of a log and in a column of the audit: no dot matches the end of a line. */
    private static final Pattern NAME = Pattern.compile(".{1,200}");

    /** A caller whom the service does not identify may not publish the rules that decide on releases. */
    private static final Set<String> ROLES_OF_ANYONE = Set.of(Roles.EVALUATE, Roles.AUDIT, Roles.AUTHOR);

    private final AccessMode mode;
    private final OidcAuthenticationMechanism tokens;
    private final Sessions sessions;
    private final LoadedKeys keys;
    private final AuthenticationFailures refusals;

    CallerAuthentication(
            AccessMode mode,
            OidcAuthenticationMechanism tokens,
            Sessions sessions,
            LoadedKeys keys,
            AuthenticationFailures refusals) {
        this.mode = mode;
        this.tokens = tokens;
        this.sessions = sessions;
        this.keys = keys;
        this.refusals = refusals;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(RoutingContext exchange, IdentityProviderManager identities) {
        if (mode.isOpen()) {
            String address = exchange.request().remoteAddress().hostAddress();
            return Uni.createFrom().item(Identities.of(address, ROLES_OF_ANYONE));
        }
        String credential = bearer(exchange);
        if (credential == null) {
            return Uni.createFrom().item(() -> signedIn(exchange));
        }
        if (credential.startsWith(ApiKey.PREFIX)) {
            return identities
                    .authenticate(new ApiKeyRequest(credential))
                    .onFailure(AuthenticationFailedException.class)
                    .recoverWithNull();
        }
        return mode.acceptsTokens()
                ? tokens.authenticate(exchange, identities)
                        .onItem()
                        .ifNotNull()
                        .transform(CallerAuthentication::ofToken)
                        .onFailure()
                        .recoverWithItem(failure -> nobody(exchange, failure))
                : Uni.createFrom().nullItem();
    }

    /** Somebody who signed in, as long as the key is accepted. A session counts for pages alone. */
    private @Nullable SecurityIdentity signedIn(RoutingContext exchange) {
        return ConsolePaths.isOfConsole(exchange)
                ? sessions.of(exchange)
                        .flatMap(session -> keys.find(session.keyId(), session.keyHash()))
                        .map(Identities::of)
                        .orElse(null)
                : null;
    }

    private static @Nullable String bearer(RoutingContext exchange) {
        List<String> headers = exchange.request().headers().getAll(HttpHeaders.AUTHORIZATION);
        if (headers.size() != 1 || !headers.get(0).regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            return null;
        }
        return headers.get(0).substring(BEARER.length()).strip();
    }

    /** A name that no key has, and of the roles those that there are. */
    private static @Nullable SecurityIdentity ofToken(SecurityIdentity token) {
        String name = token.getPrincipal().getName();
        if (name == null
                || !NAME.matcher(name).matches()
                || HiddenCharacters.firstIn(name).isPresent()) {
            LOG.warn("A token was not accepted, as it has no name that could be written down");
            return null;
        }
        Set<String> roles =
                token.getRoles().stream().filter(Roles.ALL::contains).collect(Collectors.toSet());
        return Identities.of("oidc:" + name, roles);
    }

    /** A token that is not accepted is answered as none is; so is any while the issuer cannot be asked. */
    private static @Nullable SecurityIdentity nobody(RoutingContext exchange, Throwable failure) {
        // Else the mechanism for tokens would answer, without a body.
        exchange.remove(HttpAuthenticationMechanism.class.getName());
        if (failure instanceof AuthenticationFailedException) {
            LOG.debugf("A token was not accepted: %s", failure.getMessage());
        } else {
            LOG.errorf(failure, "Whether a token is good could not be found out");
        }
        return null;
    }

    @Override
    public Uni<ChallengeData> getChallenge(RoutingContext exchange) {
        return Uni.createFrom().item(new ChallengeData(401, "WWW-Authenticate", "Bearer"));
    }

    @Override
    public Uni<Boolean> sendChallenge(RoutingContext exchange) {
        refusals.refuseUnknown(exchange);
        return Uni.createFrom().item(true);
    }

    @Override
    public Set<Class<? extends AuthenticationRequest>> getCredentialTypes() {
        return Set.of(ApiKeyRequest.class);
    }
}
