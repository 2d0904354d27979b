package dev.shipgate.rulesets;

import dev.shipgate.access.Roles;
import dev.shipgate.http.QueryParameters;
import dev.shipgate.http.limit.Bulkhead;
import dev.shipgate.policy.NoActiveRulesetException;
import dev.shipgate.policy.RulesetFiles;
import dev.shipgate.policy.live.ActiveRuleset;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.jboss.resteasy.reactive.RestPath;

/** {@code GET /v1/rulesets} and the routes of each version below it. */
@Path("/v1/rulesets")
@RolesAllowed({Roles.AUDIT, Roles.AUTHOR, Roles.PUBLISH})
@Produces(MediaType.APPLICATION_JSON)
public class VersionsResource {

    private final RulesetVersions versions;
    private final ActiveRuleset active;

    /** To compare two texts may take a second. */
    private final Bulkhead comparing = new Bulkhead(2, "Comparisons of rulesets");

    VersionsResource(RulesetVersions versions, ActiveRuleset active) {
        this.versions = versions;
        this.active = active;
    }

    /** All versions. */
    public record Versions(List<RulesetVersions.Version> rulesets) {}

    @GET
    public Versions list() {
        return new Versions(versions.all());
    }

    @GET
    @Path("/{version}")
    public RulesetVersions.VersionText show(@RestPath String version) {
        return versions.text(version);
    }

    @GET
    @Path("/{version}/difference")
    public RulesetDifference difference(@RestPath String version, @Context UriInfo uri) {
        QueryParameters parameters = QueryParameters.of(uri);
        String asked = parameters.text("from");
        parameters.throwIfAnyIsWrong();
        return difference(version, asked != null ? asked : activeVersion());
    }

    /** The differences of a version from an earlier one. */
    public RulesetDifference difference(String version, String earlier) {
        RulesetFiles to = versions.files(version);
        RulesetFiles from = versions.files(earlier);
        return comparing.run(() -> RulesetDifference.between(from, to));
    }

    private String activeVersion() {
        return active.ruleset().orElseThrow(NoActiveRulesetException::new).version();
    }
}
