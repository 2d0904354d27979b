package dev.shipgate.http;

import dev.shipgate.http.limit.TooManyRequestsException;
import io.quarkiverse.resteasy.problem.ExceptionMapperBase;
import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.ws.rs.ext.Provider;
import java.util.Objects;

/** Much work that is being done already. */
@Provider
public class TooManyRequestsMapper extends ExceptionMapperBase<TooManyRequestsException> {

    private static final int RETRY_AFTER_SECONDS = 10;

    @Override
    protected HttpProblem toProblem(TooManyRequestsException exception) {
        return HttpProblem.builder()
                .withType(ProblemTypes.of("too-many-requests"))
                .withStatus(429)
                .withTitle("Too many requests")
                .withDetail(Objects.requireNonNull(exception.getMessage()))
                .withHeader("Retry-After", RETRY_AFTER_SECONDS)
                .build();
    }
}
