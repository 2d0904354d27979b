package dev.shipgate.decision.http;

import dev.shipgate.decision.IdempotencyKeyReusedException;
import dev.shipgate.http.ProblemTypes;
import io.quarkiverse.resteasy.problem.ExceptionMapperBase;
import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.ws.rs.ext.Provider;
import java.util.Objects;

/** One idempotency key for two requests: which of them is meant? */
@Provider
public class IdempotencyKeyReusedMapper extends ExceptionMapperBase<IdempotencyKeyReusedException> {

    @Override
    protected HttpProblem toProblem(IdempotencyKeyReusedException exception) {
        return HttpProblem.builder()
                .withType(ProblemTypes.of("idempotency-key-reused"))
                .withStatus(422)
                .withTitle("The idempotency key belongs to another request")
                .withDetail(Objects.requireNonNull(exception.getMessage()))
                .build();
    }
}
