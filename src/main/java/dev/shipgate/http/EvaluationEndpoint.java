package dev.shipgate.http;

import dev.shipgate.decision.Answered;
import dev.shipgate.decision.Decisions;
import dev.shipgate.decision.Evaluation;
import dev.shipgate.decision.Submission;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

/** What the endpoints of all evaluations do: a body in, an answer out, and what its headers ask for. */
@ApplicationScoped
public class EvaluationEndpoint {

    private final Decisions decisions;
    private final LargeBodies largeBodies;
    private final RoutingContext exchange;
    private final Caller caller;

    /**
     * @param exchange the one of the current request
     * @param caller who sent it
     */
    EvaluationEndpoint(Decisions decisions, LargeBodies largeBodies, RoutingContext exchange, Caller caller) {
        this.decisions = decisions;
        this.largeBodies = largeBodies;
        this.exchange = exchange;
        this.caller = caller;
    }

    /** Decides a request, and answers once the decision is recorded. */
    public Response answer(Evaluation evaluation, byte[] body, @Nullable String include) {
        String key = IdempotencyKey.of(exchange.request());
        String name = caller.name();
        Answered answered = largeBodies.run(
                body.length, () -> decisions.decide(evaluation, new Submission(body, include, name, key)));
        Response.ResponseBuilder response = answered.evaluated()
                ? Response.ok(answered.body(), MediaType.APPLICATION_JSON_TYPE)
                : Response.serverError().entity(answered.body()).type(HttpProblem.MEDIA_TYPE);
        if (answered.replayed()) {
            response.header("Idempotency-Replayed", "true");
        }
        return response.build();
    }
}
