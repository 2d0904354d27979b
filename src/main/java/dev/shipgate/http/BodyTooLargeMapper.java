package dev.shipgate.http;

import dev.shipgate.http.limit.BodyTooLargeException;
import io.quarkiverse.resteasy.problem.ExceptionMapperBase;
import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.ws.rs.ext.Provider;
import java.util.Objects;

/** A body that is larger than the service takes. The rest of it is thrown away, and the connection ends. */
@Provider
public class BodyTooLargeMapper extends ExceptionMapperBase<BodyTooLargeException> {

    @Override
    protected HttpProblem toProblem(BodyTooLargeException exception) {
        return HttpProblem.builder()
                .withType(ProblemTypes.of("body-too-large"))
                .withStatus(413)
                .withTitle("The body is too large")
                .withDetail(Objects.requireNonNull(exception.getMessage()))
                .withHeader("Connection", "close")
                .build();
    }
}
