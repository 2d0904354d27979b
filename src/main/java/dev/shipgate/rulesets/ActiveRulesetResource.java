package dev.shipgate.rulesets;

import dev.shipgate.access.Roles;
import dev.shipgate.policy.folder.RulesConfig;
import dev.shipgate.policy.live.ActiveRuleset;
import dev.shipgate.policy.live.ActiveRuleset.Activation;
import dev.shipgate.policy.live.RulesetAttempt;
import dev.shipgate.rulesets.ActiveRulesetResponse.FileHash;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code GET /v1/rulesets/active}. */
@Path("/v1/rulesets/active")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.AUDIT, Roles.AUTHOR, Roles.PUBLISH})
public class ActiveRulesetResource {

    private final ActiveRuleset rulesets;
    private final RuleRows rows;
    private final String source;

    ActiveRulesetResource(ActiveRuleset rulesets, RuleRows rows, RulesConfig config) {
        this.rulesets = rulesets;
        this.rows = rows;
        this.source = config.dir().toString();
    }

    @GET
    public ActiveRulesetResponse active() {
        ActiveRuleset.State state = rulesets.state();
        RulesetAttempt attempted = state.attempted().orElse(null);
        return state.active()
                .map(activation -> describe(activation, attempted))
                .orElseGet(() ->
                        new ActiveRulesetResponse(null, null, null, null, source, List.of(), List.of(), attempted));
    }

    private ActiveRulesetResponse describe(Activation activation, @Nullable RulesetAttempt attempted) {
        List<FileHash> files = activation.ruleset().files().stream()
                .map(file -> new FileHash(file.path(), file.sha256()))
                .toList();
        return new ActiveRulesetResponse(
                activation.ruleset().version(),
                activation.activatedAt(),
                activation.activatedBy(),
                activation.commit(),
                source,
                files,
                rows.withActivityIfReadable(activation.ruleset()),
                attempted);
    }
}
