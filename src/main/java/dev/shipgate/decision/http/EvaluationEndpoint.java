package dev.shipgate.decision.http;

import dev.shipgate.decision.Answered;
import dev.shipgate.decision.Decisions;
import dev.shipgate.decision.Evaluation;
import dev.shipgate.decision.Evaluations;
import dev.shipgate.decision.Evaluator;
import dev.shipgate.decision.Submission;
import dev.shipgate.decision.Verdict;
import dev.shipgate.decision.json.JsonAnswers;
import dev.shipgate.http.Caller;
import dev.shipgate.http.CountedPath;
import dev.shipgate.http.PolicyReaders;
import dev.shipgate.http.QueryParameters;
import dev.shipgate.http.limit.MemoryAdmission;
import dev.shipgate.http.limit.MemoryNeed;
import dev.shipgate.http.limit.TooManyRequestsException;
import dev.shipgate.json.InvalidBodyException;
import dev.shipgate.policy.session.RulesetLease;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The endpoint of all evaluations: it takes a body with its headers, and gives an answer. */
@ApplicationScoped
public class EvaluationEndpoint {

    private final Decisions decisions;
    private final MemoryAdmission admission;
    private final FormattedAnswers reports;
    private final RoutingContext exchange;
    private final HttpHeaders headers;
    private final Caller caller;
    private final PolicyReaders policyReaders;
    private final JsonAnswers answers;

    /**
     * @param exchange the one of the current request
     * @param headers those of the current request
     * @param caller the caller who sent it
     */
    EvaluationEndpoint(
            Decisions decisions,
            MemoryAdmission admission,
            FormattedAnswers reports,
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
     * Decides a request, and answers once the decision is recorded.
     *
     * @throws InvalidBodyException with everything that is wrong with the query, the headers and the body
     * @throws TooManyRequestsException when there is not memory enough beside other requests
     */
    public Response answer(Evaluation evaluation, byte[] body, QueryParameters query) {
        CountedPath.set(exchange, "/v1/" + Evaluations.pathOf(evaluation.kind()));
        RequestHead head = RequestHead.read(evaluation, query, exchange.request());
        if (!head.wrong().isEmpty()) {
            List<InvalidBodyException> wrong = new ArrayList<>(head.wrong());
            wrong.addAll(problemsOf(evaluation, body));
            throw InvalidBodyException.ofAll(wrong);
        }
        return answer(evaluation, body, head, null);
    }

    /**
     * Decides a request whose head was read before. An answer takes memory until the client has it.
     *
     * @param rules to decide with, which the caller closes; null for those that are active
     * @throws TooManyRequestsException when there is not memory enough beside other requests
     */
    public Response answer(Evaluation evaluation, byte[] body, RequestHead head, @Nullable RulesetLease rules) {
        RequestedFormat form = RequestedFormat.of(headers);
        Submission submission = new Submission(body, head.include().part(), caller.name(), head.idempotencyKey());
        MemoryAdmission.Admitted admitted = admission.admit(MemoryNeed.ofEvaluation(body));
        try {
            Answered answered = decisions.decide(evaluation, submission, rules);
            Response response = response(answered, evaluation.kind(), form, head);
            admitted.keepUntilEnd(exchange, MemoryNeed.ofAnswer(answered.body(), response));
            return response;
        } catch (RuntimeException | Error e) {
            admitted.release();
            throw e;
        }
    }

    private List<InvalidBodyException> problemsOf(Evaluation evaluation, byte[] body) {
        MemoryAdmission.Admitted admitted = admission.admit(MemoryNeed.ofEvaluation(body));
        try {
            Evaluator.read(evaluation, body, null);
            return List.of();
        } catch (InvalidBodyException e) {
            return List.of(e);
        } finally {
            admitted.release();
        }
    }

    private Response response(Answered answered, String kind, RequestedFormat form, RequestHead head) {
        Response.ResponseBuilder response = switch (answered.verdict()) {
            case PASS -> Response.ok();
            case BLOCK -> Response.status(head.blockStatus());
            case ERROR -> Response.serverError();
        };
        if (answered.verdict() == Verdict.ERROR) {
            response.entity(policyReaders.includeCaller() ? answered.body() : answers.withoutPolicy(answered.body()))
                    .type(HttpProblem.MEDIA_TYPE);
        } else {
            response.entity(
                            form.isJson()
                                    ? answers.body(answered, head.include())
                                    : reports.write(form, kind, answered))
                    .type(form.contentType());
        }
        if (answered.replayed()) {
            response.header("Idempotency-Replayed", "true");
        }
        return response.build();
    }
}
