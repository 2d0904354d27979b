package dev.shipgate.rulesets;

import dev.shipgate.decision.RuleFirings;
import dev.shipgate.policy.ActiveRuleset;
import dev.shipgate.policy.ActiveRuleset.Activation;
import dev.shipgate.policy.RulesConfig;
import dev.shipgate.rulesets.ActiveRulesetResponse.FileHash;
import dev.shipgate.rulesets.ActiveRulesetResponse.RuleRow;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;

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
        return rulesets.active()
                .map(this::describe)
                .orElseGet(() -> new ActiveRulesetResponse(
                        null,
                        null,
                        null,
                        source,
                        List.of(),
                        List.of(),
                        rulesets.attempted().orElse(null)));
    }

    private ActiveRulesetResponse describe(Activation activation) {
        List<FileHash> files = activation.ruleset().files().stream()
                .map(file -> new FileHash(file.path(), file.sha256()))
                .toList();
        List<RuleRow> rules = activation.ruleset().rules().stream()
                .map(rule -> new RuleRow(
                        rule, firings.fired(rule), firings.lastFired(rule).orElse(null)))
                .toList();
        return new ActiveRulesetResponse(
                activation.ruleset().version(),
                activation.activatedAt(),
                BY_FILE,
                source,
                files,
                rules,
                rulesets.attempted().orElse(null));
    }
}
