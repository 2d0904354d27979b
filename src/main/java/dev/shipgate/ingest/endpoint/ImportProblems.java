package dev.shipgate.ingest.endpoint;

import static dev.shipgate.http.ProblemResponse.problem;

import dev.shipgate.http.ProblemResponse;
import dev.shipgate.ingest.read.ImportTooLongException;
import dev.shipgate.ingest.read.UnreadableResultException;
import dev.shipgate.json.Problem;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** The problems to answer when a result of a load-test tool cannot be imported. */
public class ImportProblems {

    /** A file that cannot be read as a result: the place of the problem, and the way to mend it. */
    @ServerExceptionMapper
    public Response unreadable(UnreadableResultException failure, UriInfo uri) {
        List<Problem> errors = List.of(new Problem("", String.valueOf(failure.getMessage())));
        return ProblemResponse.ofMessage(
                failure,
                uri,
                problem(400, "unreadable-result", "The result cannot be read").with("errors", errors));
    }

    /** An import that takes too long is one of too much, whatever its bytes. */
    @ServerExceptionMapper
    public Response tooLong(ImportTooLongException failure, UriInfo uri) {
        return ProblemResponse.ofMessage(failure, uri, problem(413, "import-too-long", "The import takes too long"));
    }
}
