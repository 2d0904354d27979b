package dev.shipgate.http;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkiverse.resteasy.problem.postprocessing.ProblemContext;
import io.quarkiverse.resteasy.problem.postprocessing.ProblemPostProcessor;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;

/** Gives every problem a type, and a detail that helps the caller to mend the request. */
@ApplicationScoped
public class ProblemDefaults implements ProblemPostProcessor {

    private record Words(String type, String detail) {}

    private static final Words OTHERWISE = new Words("http-error", "The request could not be answered.");

    private static final Map<Integer, Words> BY_STATUS = Map.of(
            400, new Words("bad-request", "The request could not be understood."),
            404, new Words("not-found", "There is nothing under this path. /q/swagger-ui lists what there is."),
            405,
                    new Words(
                            "method-not-allowed",
                            "This path does not take this method. /q/swagger-ui lists what it takes."),
            406,
                    new Words(
                            "not-acceptable",
                            "This path has no answer in a form that the Accept header allows. Maybe ask for application/json?"),
            413, new Words("body-too-large", "The body is larger than the service takes."),
            415, new Words("unsupported-media-type", "This path takes a body with Content-Type: application/json."),
            500, new Words("internal-error", "The service failed. Its log says why."));

    @Override
    public HttpProblem apply(HttpProblem problem, ProblemContext context) {
        Words words = BY_STATUS.getOrDefault(problem.getStatusCode(), OTHERWISE);
        HttpProblem.Builder builder = HttpProblem.builder(problem);
        if (problem.getType() == null) {
            // A framework's own messages name classes; these words do not.
            builder.withType(ProblemTypes.of(words.type())).withDetail(words.detail());
        }
        return builder.build();
    }
}
