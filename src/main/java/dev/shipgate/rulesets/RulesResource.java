package dev.shipgate.rulesets;

import dev.shipgate.access.Roles;
import dev.shipgate.decision.DecisionResponse.RulesetVersion;
import dev.shipgate.policy.NoActiveRulesetException;
import dev.shipgate.policy.live.ActiveRuleset;
import dev.shipgate.policy.session.Ruleset;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;

/** {@code GET /v1/rules}. */
@Path("/v1/rules")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.AUDIT, Roles.AUTHOR, Roles.PUBLISH})
public class RulesResource {

    private final ActiveRuleset rulesets;
    private final RuleRows rows;

    RulesResource(ActiveRuleset rulesets, RuleRows rows) {
        this.rulesets = rulesets;
        this.rows = rows;
    }

    /**
     * The rules that decide.
     *
     * @param rules by file and line
     */
    public record ActiveRules(RulesetVersion ruleset, List<RuleRow> rules) {}

    /**
     * The active rules.
     *
     * @throws NoActiveRulesetException when there are none
     */
    @GET
    public ActiveRules rules() {
        Ruleset ruleset = rulesets.ruleset().orElseThrow(NoActiveRulesetException::new);
        return new ActiveRules(new RulesetVersion(ruleset.version()), rows.of(ruleset));
    }
}
