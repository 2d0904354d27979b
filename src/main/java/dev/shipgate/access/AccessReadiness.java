package dev.shipgate.access;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/** Ready while somebody can be known, where callers have to say who they are. */
@Readiness
@ApplicationScoped
public class AccessReadiness implements HealthCheck {

    private final LoadedKeys keys;
    private final AccessMode mode;

    AccessReadiness(LoadedKeys keys, AccessMode mode) {
        this.keys = keys;
        this.mode = mode;
    }

    @Override
    public HealthCheckResponse call() {
        // Everybody may read this: the log says which file.
        String reason = keys.failure().isPresent()
                ? "The file of keys is missing or cannot be used."
                : keys.configured() && keys.accepted() == 0 && !mode.acceptsTokens()
                        ? "The file of keys has none, so nobody can call."
                        : null;
        HealthCheckResponseBuilder check = HealthCheckResponse.named("access")
                .withData("mode", mode.inWords())
                .status(reason == null);
        if (reason != null) {
            check.withData("reason", reason);
        }
        return check.build();
    }
}
