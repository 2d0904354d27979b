package dev.shipgate.access;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/** Ready while the keys can be read, where there are to be keys. */
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
        HealthCheckResponseBuilder check = HealthCheckResponse.named("access")
                .withData("mode", mode.inWords())
                .status(keys.failure().isEmpty());
        // Everybody may read this: the log says which file.
        keys.failure().ifPresent(failure -> check.withData("reason", "The file of keys is missing or cannot be used."));
        return check.build();
    }
}
