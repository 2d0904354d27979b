package dev.shipgate.http;

import io.quarkiverse.resteasy.problem.ExceptionMapperBase;
import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.ws.rs.ext.Provider;

/** An error that nothing handles, such as memory that ran out, is answered as a problem detail too. */
@Provider
public class ErrorMapper extends ExceptionMapperBase<Error> {

    @Override
    protected HttpProblem toProblem(Error error) {
        return HttpProblem.builder()
                .withType(ProblemTypes.of("internal-error"))
                .withStatus(500)
                .withTitle("The service failed")
                .withDetail("The service failed. Its log says why.")
                .build();
    }
}
