package dev.shipgate.audit;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready while decisions can be recorded. */
@Readiness
@ApplicationScoped
public class AuditReadiness implements HealthCheck {

    private final Audit audit;

    AuditReadiness(Audit audit) {
        this.audit = audit;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("audit")
                .status(audit.available())
                .withData("store", audit.product())
                .build();
    }
}
