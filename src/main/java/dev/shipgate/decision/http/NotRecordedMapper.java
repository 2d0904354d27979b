package dev.shipgate.decision.http;

import dev.shipgate.decision.NotRecordedException;
import dev.shipgate.http.ProblemTypes;
import io.quarkiverse.resteasy.problem.ExceptionMapperBase;
import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.ws.rs.ext.Provider;
import java.util.Objects;

/** What cannot be recorded is not answered. */
@Provider
public class NotRecordedMapper extends ExceptionMapperBase<NotRecordedException> {

    private static final int RETRY_AFTER_SECONDS = 2;

    @Override
    protected HttpProblem toProblem(NotRecordedException exception) {
        return HttpProblem.builder()
                .withType(ProblemTypes.of("not-recorded"))
                .withStatus(503)
                .withTitle("The audit store is not available")
                .withDetail(Objects.requireNonNull(exception.getMessage()))
                .withHeader("Retry-After", RETRY_AFTER_SECONDS)
                .build();
    }
}
