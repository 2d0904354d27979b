package dev.shipgate.rulesets;

import dev.shipgate.access.RequiredRoles;
import dev.shipgate.access.Roles;
import dev.shipgate.audit.record.DecisionSelection;
import dev.shipgate.backtest.Backtest;
import dev.shipgate.backtest.Backtests;
import dev.shipgate.http.QueryParameters;
import dev.shipgate.http.limit.MemoryAdmission;
import dev.shipgate.http.limit.MemoryNeed;
import dev.shipgate.policy.RulesetFiles;
import dev.shipgate.policy.session.RulesetLease;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import org.jspecify.annotations.Nullable;

/** {@code POST /v1/rulesets/validation}. */
@Path("/v1/rulesets/validation")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.AUTHOR)
public class ValidationResource {

    /** A caller waits for them. */
    public static final int MAX_BACKTESTED = 10_000;

    private final RulesetValidator validator;
    private final MemoryAdmission admission;
    private final Backtests backtests;
    private final RequiredRoles roles;

    ValidationResource(
            RulesetValidator validator, MemoryAdmission admission, Backtests backtests, RequiredRoles roles) {
        this.validator = validator;
        this.admission = admission;
        this.backtests = backtests;
        this.roles = roles;
    }

    @POST
    public ValidationReport validate(byte[] body, @Context UriInfo uri) throws InterruptedException {
        QueryParameters parameters = QueryParameters.of(uri);
        Integer backtested = parameters.upTo("backtest", MAX_BACKTESTED);
        parameters.throwIfAnyIsWrong();
        return validate(body, backtested);
    }

    /**
     * Tries the rules of a body.
     *
     * @param backtested how many decisions are made again, at most {@link #MAX_BACKTESTED}; null for none
     */
    public ValidationReport validate(byte[] body, @Nullable Integer backtested) throws InterruptedException {
        if (backtested != null) {
            // It tells of recorded decisions.
            roles.requireAll(Roles.AUTHOR, Roles.AUDIT);
        }
        RulesetFiles files = admission.run(MemoryNeed.ofReading(body), () -> SubmittedRules.read(body));
        return backtested == null ? validator.validate(files) : backtested(files, backtested);
    }

    private ValidationReport backtested(RulesetFiles files, int decisions) throws InterruptedException {
        RulesetValidator.Tried tried = validator.tryOut(files);
        if (tried.rules() == null) {
            return tried.report();
        }
        Backtest backtest;
        try (RulesetLease rules = tried.rules()) {
            backtest = backtests.start(rules::again, new DecisionSelection(null, null, null, null, null, decisions));
        }
        backtest.awaitEnd();
        return tried.report().with(backtest);
    }
}
