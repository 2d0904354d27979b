package dev.shipgate.decision.http;

import dev.shipgate.http.ProblemTypes;
import dev.shipgate.policy.NoActiveRulesetException;
import io.quarkiverse.resteasy.problem.ExceptionMapperBase;
import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.ws.rs.ext.Provider;

/** There are no rules to decide with. */
@Provider
public class NoActiveRulesetMapper extends ExceptionMapperBase<NoActiveRulesetException> {

    private static final int RETRY_AFTER_SECONDS = 5;

    @Override
    protected HttpProblem toProblem(NoActiveRulesetException exception) {
        return HttpProblem.builder()
                .withType(ProblemTypes.of("no-active-ruleset"))
                .withStatus(503)
                .withTitle("No valid ruleset is active")
                .withDetail("No valid ruleset is active, so nothing can be decided. "
                        + "GET /v1/rulesets/active tells why the rules were refused.")
                .withHeader("Retry-After", RETRY_AFTER_SECONDS)
                .build();
    }
}
