package dev.shipgate.ingest.endpoint;

import dev.shipgate.http.ProblemTypes;
import dev.shipgate.ingest.read.ImportTooLongException;
import io.quarkiverse.resteasy.problem.ExceptionMapperBase;
import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.ws.rs.ext.Provider;

/** An import that takes too long is one of too much, whatever its bytes. */
@Provider
public class ImportTooLongMapper extends ExceptionMapperBase<ImportTooLongException> {

    @Override
    protected HttpProblem toProblem(ImportTooLongException exception) {
        return HttpProblem.builder()
                .withType(ProblemTypes.of("import-too-long"))
                .withStatus(413)
                .withTitle("The import takes too long")
                .withDetail(String.valueOf(exception.getMessage()))
                .build();
    }
}
