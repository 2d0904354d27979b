package dev.shipgate.http;

import dev.shipgate.http.body.BodyTooSlowException;
import io.quarkiverse.resteasy.problem.ExceptionMapperBase;
import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.ws.rs.ext.Provider;
import java.util.Objects;

/** A body that takes longer to come than the service waits. The connection ends. */
@Provider
public class BodyTooSlowMapper extends ExceptionMapperBase<BodyTooSlowException> {

    @Override
    protected HttpProblem toProblem(BodyTooSlowException exception) {
        return HttpProblem.builder()
                .withType(ProblemTypes.of("body-too-slow"))
                .withStatus(408)
                .withTitle("The body took too long")
                .withDetail(Objects.requireNonNull(exception.getMessage()))
                .withHeader("Connection", "close")
                .build();
    }
}
