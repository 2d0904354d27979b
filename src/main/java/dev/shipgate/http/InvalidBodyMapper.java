package dev.shipgate.http;

import dev.shipgate.json.InvalidBodyException;
import io.quarkiverse.resteasy.problem.ExceptionMapperBase;
import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.ws.rs.ext.Provider;
import java.util.Locale;

/** A request that cannot be evaluated: everything that is wrong with it, each with its JSON Pointer. */
@Provider
public class InvalidBodyMapper extends ExceptionMapperBase<InvalidBodyException> {

    @Override
    protected HttpProblem toProblem(InvalidBodyException exception) {
        int told = exception.problems().size();
        String detail = exception.total() == 1
                ? exception.problems().get(0).toString()
                : "There are " + exception.total() + " problems with the request"
                        + (told < exception.total() ? "; the first " + told + " are listed." : ".");
        return HttpProblem.builder()
                .withType(ProblemTypes.of(exception.kind().name().toLowerCase(Locale.ROOT) + "-request"))
                .withStatus(status(exception.kind()))
                .withTitle(title(exception.kind()))
                .withDetail(detail)
                .with("errors", exception.problems())
                .build();
    }

    private static int status(InvalidBodyException.Kind kind) {
        return switch (kind) {
            case MALFORMED, INVALID -> 400;
            case CONTRADICTORY -> 422;
        };
    }

    private static String title(InvalidBodyException.Kind kind) {
        return switch (kind) {
            case MALFORMED -> "The request is not JSON";
            case INVALID -> "The request has values that cannot be evaluated";
            case CONTRADICTORY -> "The request contradicts itself or lacks something";
        };
    }
}
