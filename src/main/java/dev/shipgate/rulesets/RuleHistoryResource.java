package dev.shipgate.rulesets;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.shipgate.access.Roles;
import dev.shipgate.http.NotFoundProblem;
import dev.shipgate.http.QueryParameters;
import dev.shipgate.http.limit.Bulkhead;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.jboss.resteasy.reactive.RestPath;

/** {@code GET /v1/rules/{name}/history}. */
@Path("/v1/rules")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.AUDIT, Roles.AUTHOR, Roles.PUBLISH})
public class RuleHistoryResource {

    private final RuleHistory history;

    /** It reads every version of the file that the rule stands in. */
    private final Bulkhead reading = new Bulkhead(1, "Histories of rules");

    RuleHistoryResource(RuleHistory history) {
        this.history = history;
    }

    /**
     * The history of a rule.
     *
     * @param changes each change of its text, the last one first
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record Changes(String rule, List<RuleHistory.RuleChange> changes) {}

    @GET
    @Path("/{name}/history")
    public Changes history(@RestPath String name, @Context UriInfo uri) {
        QueryParameters.of(uri).throwIfAnyIsWrong();
        return history(name);
    }

    /** The history of a rule; it is a problem with status 404 when there never was such a rule. */
    public Changes history(String name) {
        List<RuleHistory.RuleChange> changes = reading.run(() -> history.of(name));
        if (changes.isEmpty()) {
            throw NotFoundProblem.of("There never was a rule \"" + name
                    + "\". GET /v1/rules lists those that decide now; a blank in a name is %20 in a path.");
        }
        return new Changes(name, changes);
    }
}
