package dev.shipgate.access;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;
import org.jspecify.annotations.Nullable;

/**
 * Where callers have to identify themselves, the service is ready while at least one caller can be identified, and the
 * file of keys, if one is configured, can be used.
 */
@Readiness
@ApplicationScoped
public class AccessReadiness implements HealthCheck {

    private final LoadedKeys keys;
    private final AccessMode mode;
    private final TokenIssuer issuer;

    AccessReadiness(LoadedKeys keys, AccessMode mode, TokenIssuer issuer) {
        this.keys = keys;
        this.mode = mode;
        this.issuer = issuer;
    }

    @Override
    public HealthCheckResponse call() {
        String reason = reason();
        HealthCheckResponseBuilder check = HealthCheckResponse.named("access")
                .withData("mode", mode.inWords())
                .status(reason == null);
        if (reason != null) {
            check.withData("reason", reason);
        }
        return check.build();
    }

    /**
     * Why nobody can be known; null while somebody can. Everybody may read this: the log says which file, and which
     * issuer.
     */
    private @Nullable String reason() {
        if (keys.failure().isPresent()) {
            return "The file of keys is missing or cannot be used.";
        }
        if (mode.isOpen() || keys.accepted() > 0 || (mode.acceptsTokens() && issuer.isKnown())) {
            return null;
        }
        return mode.acceptsTokens()
                ? "The issuer of tokens has not said with which keys it signs them, so nobody can call."
                : "The file of keys has none, so nobody can call.";
    }
}
