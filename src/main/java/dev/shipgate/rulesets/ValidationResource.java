package dev.shipgate.rulesets;

import dev.shipgate.access.Roles;
import dev.shipgate.http.limit.Bulkhead;
import dev.shipgate.http.limit.MemoryAdmission;
import dev.shipgate.http.limit.MemoryNeed;
import dev.shipgate.policy.RulesetFiles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** {@code POST /v1/rulesets/validation}. */
@Path("/v1/rulesets/validation")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.AUTHOR)
public class ValidationResource {

    private final RulesetValidator validator;
    private final MemoryAdmission admission;

    /** One compiler runs at a time, and an edit of the active rules may wait for it. */
    private final Bulkhead validating = new Bulkhead(1, "Validations");

    ValidationResource(RulesetValidator validator, MemoryAdmission admission) {
        this.validator = validator;
        this.admission = admission;
    }

    @POST
    public ValidationReport validate(byte[] body) {
        RulesetFiles files = admission.run(MemoryNeed.ofReading(body), () -> SubmittedRules.read(body));
        return validating.run(() -> validator.validate(files));
    }
}
