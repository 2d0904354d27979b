package dev.shipgate.http;

import static dev.shipgate.http.ProblemResponse.problem;

import dev.shipgate.http.body.BodyTooSlowException;
import dev.shipgate.http.body.UnsupportedCodingException;
import dev.shipgate.http.limit.BodyTooLargeException;
import dev.shipgate.http.limit.TooManyRequestsException;
import dev.shipgate.json.InvalidBodyException;
import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Locale;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** The problems to answer to requests that cannot be read, or not now, and to errors that nothing handles. */
public class RequestProblems {

    private static final int RETRY_AFTER_SECONDS = 10;

    private static final List<String> UNREADABLE_FORM = List.of("Failed to decode URL", "Param limit of");

    /** The rest of the body is thrown away, and the connection ends. */
    @ServerExceptionMapper
    public Response tooLarge(BodyTooLargeException failure, UriInfo uri) {
        return ProblemResponse.ofMessage(
                failure,
                uri,
                problem(413, "body-too-large", "The body is too large").withHeader("Connection", "close"));
    }

    /** A body takes longer to come than the service waits. The connection ends. */
    @ServerExceptionMapper
    public Response tooSlow(BodyTooSlowException failure, UriInfo uri) {
        return ProblemResponse.ofMessage(
                failure,
                uri,
                problem(408, "body-too-slow", "The body took too long").withHeader("Connection", "close"));
    }

    /** A body is packed in a way that the service does not read; the answer says which it does. */
    @ServerExceptionMapper
    public Response unsupportedCoding(UnsupportedCodingException failure, UriInfo uri) {
        return ProblemResponse.ofMessage(
                failure,
                uri,
                problem(415, "unsupported-content-encoding", "The body is packed in a way that is not read")
                        .withHeader("Accept-Encoding", "gzip, identity"));
    }

    /** Much work is being done already. */
    @ServerExceptionMapper
    public Response tooMany(TooManyRequestsException failure, UriInfo uri) {
        return ProblemResponse.ofMessage(
                failure,
                uri,
                problem(429, "too-many-requests", "Too many requests").withHeader("Retry-After", RETRY_AFTER_SECONDS));
    }

    /** Names everything that is wrong with a request, each with its JSON Pointer. */
    @ServerExceptionMapper
    public Response invalid(InvalidBodyException failure, UriInfo uri) {
        String type = failure.kind().name().toLowerCase(Locale.ROOT) + "-request";
        HttpProblem.Builder problem = switch (failure.kind()) {
            case MALFORMED -> problem(400, type, "The request is not JSON");
            case INVALID -> problem(400, type, "The request has values that cannot be evaluated");
            case CONTRADICTORY -> problem(422, type, "The request contradicts itself or lacks something");
        };
        return ProblemResponse.of(
                failure, uri, problem.withDetail(detail(failure)).with("errors", failure.problems()));
    }

    private static String detail(InvalidBodyException failure) {
        int listed = failure.problems().size();
        return failure.total() == 1
                ? failure.problems().get(0).toString()
                : "There are " + failure.total() + " problems with the request"
                        + (listed < failure.total() ? "; the first " + listed + " are listed." : ".");
    }

    /**
     * A form that cannot be read. The platform says so by an exception of no kind of its own, with the form in its
     * message, which may have a key: neither an answer nor a log gets that.
     */
    @ServerExceptionMapper
    public Response illegal(IllegalArgumentException failure, UriInfo uri) {
        String message = String.valueOf(failure.getMessage());
        boolean isOfForm = UNREADABLE_FORM.stream().anyMatch(message::startsWith);
        if (isOfForm) {
            return problem(400, "malformed-request", "The form cannot be read")
                    .withDetail("The body is no form of at most 1,000 fields, each of them percent-encoded.")
                    .build()
                    .toResponse();
        }
        return ProblemResponse.of(
                failure,
                uri,
                problem(500, "internal-error", "The service failed")
                        .withDetail("The service failed. Its log says why."));
    }

    /** An error that nothing handles, such as memory that ran out. */
    @ServerExceptionMapper
    public Response failed(Error failure, UriInfo uri) {
        return ProblemResponse.of(
                failure,
                uri,
                problem(500, "internal-error", "The service failed")
                        .withDetail("The service failed. Its log says why."));
    }
}
