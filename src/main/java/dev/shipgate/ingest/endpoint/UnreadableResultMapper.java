package dev.shipgate.ingest.endpoint;

import dev.shipgate.http.ProblemTypes;
import dev.shipgate.ingest.read.UnreadableResultException;
import dev.shipgate.json.Problem;
import io.quarkiverse.resteasy.problem.ExceptionMapperBase;
import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.ws.rs.ext.Provider;
import java.util.List;

/** A file that cannot be read as a result: where, and what would be right. */
@Provider
public class UnreadableResultMapper extends ExceptionMapperBase<UnreadableResultException> {

    @Override
    protected HttpProblem toProblem(UnreadableResultException exception) {
        String detail = String.valueOf(exception.getMessage());
        return HttpProblem.builder()
                .withType(ProblemTypes.of("unreadable-result"))
                .withStatus(400)
                .withTitle("The result cannot be read")
                .withDetail(detail)
                .with("errors", List.of(new Problem("", detail)))
                .build();
    }
}
