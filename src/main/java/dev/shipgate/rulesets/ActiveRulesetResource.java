package dev.shipgate.rulesets;

import dev.shipgate.decision.RuleFirings;
import dev.shipgate.policy.ActiveRuleset;
import dev.shipgate.policy.ActiveRuleset.Activation;
import dev.shipgate.policy.RulesConfig;
import dev.shipgate.policy.RulesetAttempt;
import dev.shipgate.rulesets.ActiveRulesetResponse.FileHash;
import dev.shipgate.rulesets.ActiveRulesetResponse.RuleRow;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code GET /v1/rulesets/active}. */
@Path("/v1/rulesets/active")
@Produces(MediaType.APPLICATION_JSON)
public class ActiveRulesetResource {

    private static final String BY_FILE = "file";

    private final ActiveRuleset rulesets;
    private final RuleFirings firings;
    private final String source;

    ActiveRulesetResource(ActiveRuleset rulesets, RuleFirings firings, RulesConfig config) {
        this.rulesets = rulesets;
        this.firings = firings;
        this.source = config.dir().toString();
    }

    @GET
    public ActiveRulesetResponse active() {
        ActiveRuleset.State state = rulesets.state();
        RulesetAttempt attempted = state.attempted().orElse(null);
        return state.active()
                .map(activation -> describe(activation, attempted))
                .orElseGet(() -> new ActiveRulesetResponse(null, null, null, source, List.of(), List.of(), attempted));
    }

    private ActiveRulesetResponse describe(Activation activation, @Nullable RulesetAttempt attempted) {
        List<FileHash> files = activation.ruleset().files().stream()
                .map(file -> new FileHash(file.path(), file.sha256()))
                .toList();
        List<RuleRow> rules = activation.ruleset().rules().stream()
                .map(rule -> new RuleRow(
                        rule, firings.fired(rule), firings.lastFired(rule).orElse(null)))
                .toList();
        return new ActiveRulesetResponse(
                activation.ruleset().version(), activation.activatedAt(), BY_FILE, source, files, rules, attempted);
    }
}
