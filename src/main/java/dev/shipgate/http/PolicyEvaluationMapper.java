package dev.shipgate.http;

import dev.shipgate.policy.PolicyEvaluationException;
import io.quarkiverse.resteasy.problem.ExceptionMapperBase;
import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.ws.rs.ext.Provider;
import java.util.Objects;

/** Rules that failed or ran away: an error, and never an answer that reads as "ship". */
@Provider
public class PolicyEvaluationMapper extends ExceptionMapperBase<PolicyEvaluationException> {

    @Override
    protected HttpProblem toProblem(PolicyEvaluationException exception) {
        return HttpProblem.builder()
                .withType(ProblemTypes.of("policy-evaluation-failed"))
                .withStatus(500)
                .withTitle("The rules could not be evaluated")
                .withDetail(Objects.requireNonNull(exception.getMessage()))
                .with("reason", exception.reason())
                .build();
    }
}
