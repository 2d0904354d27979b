package dev.shipgate.decision.http;

import static dev.shipgate.http.ProblemResponse.problem;

import dev.shipgate.decision.IdempotencyKeyReusedException;
import dev.shipgate.decision.NotRecordedException;
import dev.shipgate.http.ProblemResponse;
import dev.shipgate.policy.NoActiveRulesetException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** The problems to answer to requests that cannot be decided. */
public class DecisionProblems {

    private static final int RULES_RETRY_AFTER_SECONDS = 5;
    private static final int STORE_RETRY_AFTER_SECONDS = 2;

    /** One idempotency key stands for two requests. */
    @ServerExceptionMapper
    public Response keyReused(IdempotencyKeyReusedException failure, UriInfo uri) {
        return ProblemResponse.ofMessage(
                failure, uri, problem(422, "idempotency-key-reused", "The idempotency key belongs to another request"));
    }

    /** There are no rules to decide with. */
    @ServerExceptionMapper
    public Response noRules(NoActiveRulesetException failure, UriInfo uri) {
        return ProblemResponse.of(
                failure,
                uri,
                problem(503, "no-active-ruleset", "No valid ruleset is active")
                        .withDetail("No valid ruleset is active, so nothing can be decided. "
                                + "GET /v1/rulesets/active tells why the rules were refused.")
                        .withHeader("Retry-After", RULES_RETRY_AFTER_SECONDS));
    }

    /** A decision that cannot be recorded is not answered. */
    @ServerExceptionMapper
    public Response notRecorded(NotRecordedException failure, UriInfo uri) {
        return ProblemResponse.ofMessage(
                failure,
                uri,
                problem(503, "not-recorded", "The audit store is not available")
                        .withHeader("Retry-After", STORE_RETRY_AFTER_SECONDS));
    }
}
