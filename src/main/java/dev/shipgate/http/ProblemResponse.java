package dev.shipgate.http;

import io.quarkiverse.resteasy.problem.ExceptionMapperBase;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkiverse.resteasy.problem.postprocessing.ProblemContext;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

/** The answer to an exception, as a problem detail (RFC 9457). */
public final class ProblemResponse {

    private ProblemResponse() {}

    /**
     * Names the path in the problem and logs it, as for each problem.
     *
     * @param failure the exception that the problem is about
     */
    public static Response of(Throwable failure, UriInfo uri, HttpProblem.Builder problem) {
        return ExceptionMapperBase.postProcessorsRegistry
                .applyPostProcessing(problem.build(), ProblemContext.of(failure, uri))
                .toResponse();
    }

    /** The same, with the message of the failure as the detail of the problem. */
    public static Response ofMessage(Throwable failure, UriInfo uri, HttpProblem.Builder problem) {
        return of(failure, uri, problem.withDetail(failure.getMessage()));
    }

    /**
     * A problem without a detail.
     *
     * @param type as in {@link ProblemTypes#of}
     */
    public static HttpProblem.Builder problem(int status, String type, String title) {
        return HttpProblem.builder()
                .withType(ProblemTypes.of(type))
                .withStatus(status)
                .withTitle(title);
    }
}
