package dev.shipgate.http;

import dev.shipgate.http.body.UnsupportedCodingException;
import io.quarkiverse.resteasy.problem.ExceptionMapperBase;
import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.ws.rs.ext.Provider;
import java.util.Objects;

/** A body that is packed in a way which the service does not read; the answer says which it does. */
@Provider
public class UnsupportedCodingMapper extends ExceptionMapperBase<UnsupportedCodingException> {

    @Override
    protected HttpProblem toProblem(UnsupportedCodingException exception) {
        return HttpProblem.builder()
                .withType(ProblemTypes.of("unsupported-content-encoding"))
                .withStatus(415)
                .withTitle("The body is packed in a way that is not read")
                .withDetail(Objects.requireNonNull(exception.getMessage()))
                .withHeader("Accept-Encoding", "gzip, identity")
                .build();
    }
}
