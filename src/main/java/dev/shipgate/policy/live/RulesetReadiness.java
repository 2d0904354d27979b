package dev.shipgate.policy.live;

import dev.shipgate.policy.live.ActiveRuleset.Activation;
import dev.shipgate.policy.live.RulesetAttempt.AttemptOutcome;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/** Ready while some ruleset is active; degraded while that is not the newest one. */
@Readiness
@ApplicationScoped
public class RulesetReadiness implements HealthCheck {

    private final ActiveRuleset rulesets;

    RulesetReadiness(ActiveRuleset rulesets) {
        this.rulesets = rulesets;
    }

    @Override
    public HealthCheckResponse call() {
        ActiveRuleset.State state = rulesets.state();
        Optional<Activation> active = state.active();
        HealthCheckResponseBuilder response =
                HealthCheckResponse.named("ruleset").status(active.isPresent());
        active.ifPresent(
                current -> response.withData("version", current.ruleset().version()));
        state.attempted()
                .filter(attempt -> attempt.outcome() == AttemptOutcome.REFUSED)
                .ifPresent(refused -> {
                    response.withData("state", active.isPresent() ? "DEGRADED" : "NO_RULESET");
                    response.withData("refused", refused.diagnostics().get(0).toString());
                });
        return response.build();
    }
}
