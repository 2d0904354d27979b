package dev.shipgate.http;

import dev.shipgate.decision.Answered;
import dev.shipgate.decision.Decisions;
import dev.shipgate.decision.Evaluation;
import dev.shipgate.decision.Submission;
import dev.shipgate.decision.Verdict;
import dev.shipgate.policy.RulesetLease;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What the endpoints of all evaluations do: a body in, an answer out, and what its headers ask for. */
@ApplicationScoped
public class EvaluationEndpoint {

    private final Decisions decisions;
    private final Admission admission;
    private final Reports reports;
    private final RoutingContext exchange;
    private final HttpHeaders headers;
    private final Caller caller;
    private final PolicyReaders policyReaders;
    private final JsonAnswers answers;

    /**
     * @param exchange the one of the current request
     * @param headers those of the current request
     * @param caller who sent it
     */
    EvaluationEndpoint(
            Decisions decisions,
            Admission admission,
            Reports reports,
            RoutingContext exchange,
            HttpHeaders headers,
            Caller caller,
            PolicyReaders policyReaders,
            JsonAnswers answers) {
        this.decisions = decisions;
        this.admission = admission;
        this.reports = reports;
        this.exchange = exchange;
        this.headers = headers;
        this.caller = caller;
        this.policyReaders = policyReaders;
        this.answers = answers;
    }

    /**
     * Decides a request, and answers once the decision is recorded. An answer takes memory until the client has it.
     *
     * @throws TooManyRequestsException when there is not memory enough beside other requests
     */
    public Response answer(Evaluation evaluation, byte[] body, @Nullable String include) {
        return answer(evaluation, body, include, submission -> decisions.decide(evaluation, submission));
    }

    /**
     * The same, with rules that the caller leased before, as a part of the request comes from them.
     *
     * @param rules which the caller closes
     */
    public Response answerBy(RulesetLease rules, Evaluation evaluation, byte[] body) {
        return answer(evaluation, body, null, submission -> decisions.decide(evaluation, submission, rules));
    }

    private Response answer(
            Evaluation evaluation, byte[] body, @Nullable String include, Function<Submission, Answered> decided) {
        int blockStatus = BlockStatus.of(exchange.queryParam(BlockStatus.PARAMETER));
        AskedForm form = AskedForm.of(headers);
        Submission submission = new Submission(body, include, caller.name(), IdempotencyKey.of(exchange.request()));
        Admission.Admitted admitted = admission.admit(MemoryNeed.ofEvaluation(body));
        try {
            Answered answered = decided.apply(submission);
            Response response = response(answered, evaluation.kind(), form, blockStatus);
            admitted.keepUntilEnd(exchange, MemoryNeed.ofAnswer(answered.body(), response));
            return response;
        } catch (RuntimeException | Error e) {
            admitted.release();
            throw e;
        }
    }

    private Response response(Answered answered, String kind, AskedForm form, int blockStatus) {
        Response.ResponseBuilder response = switch (answered.verdict()) {
            case PASS -> Response.ok();
            case BLOCK -> Response.status(blockStatus);
            case ERROR -> Response.serverError();
        };
        if (answered.verdict() == Verdict.ERROR) {
            response.entity(policyReaders.includeCaller() ? answered.body() : answers.withoutPolicy(answered.body()))
                    .type(HttpProblem.MEDIA_TYPE);
        } else {
            response.entity(reports.write(form, kind, answered)).type(form.contentType());
        }
        if (answered.replayed()) {
            response.header("Idempotency-Replayed", "true");
        }
        return response.build();
    }
}
