package dev.shipgate.decision.http;

import dev.shipgate.decision.Answered;
import dev.shipgate.decision.Decisions;
import dev.shipgate.decision.Evaluation;
import dev.shipgate.decision.Evaluator;
import dev.shipgate.decision.Submission;
import dev.shipgate.decision.Verdict;
import dev.shipgate.decision.json.JsonAnswers;
import dev.shipgate.http.Caller;
import dev.shipgate.http.PolicyReaders;
import dev.shipgate.http.QueryParameters;
import dev.shipgate.http.limit.Admission;
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
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What the endpoints of all evaluations do: a body in, an answer out, and what its headers ask for. */
@ApplicationScoped
public class EvaluationEndpoint {

    /**
     * What a request asks for beside its body.
     *
     * @param blockStatus of an answer whose verdict is not a pass
     * @param idempotencyKey null for none
     */
    public record Head(int blockStatus, @Nullable String idempotencyKey) {}

    private final Decisions decisions;
    private final Admission admission;
    private final FormattedAnswers reports;
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
     * Decides a request, and answers once the decision is recorded. An answer takes memory until the client has it.
     *
     * @throws TooManyRequestsException when there is not memory enough beside other requests
     */
    public Response answer(Evaluation evaluation, byte[] body, QueryParameters query, @Nullable String include) {
        Head head = head(query, () -> requireReadable(evaluation, body));
        return answer(evaluation, body, include, head, submission -> decisions.decide(evaluation, submission));
    }

    /**
     * The same, with rules that the caller leased before, as a part of the request comes from them.
     *
     * @param rules which the caller closes
     * @param head as {@link #head} gave it
     */
    public Response answerBy(
            RulesetLease rules, Evaluation evaluation, byte[] body, @Nullable String include, Head head) {
        return answer(evaluation, body, include, head, submission -> decisions.decide(evaluation, submission, rules));
    }

    /**
     * Reads what is asked for beside the body, after all other parameters of the query.
     *
     * @throws InvalidBodyException with everything that is wrong with the query and the headers
     */
    public Head head(QueryParameters query) {
        return head(query, () -> {});
    }

    /** @param readBody throws what is wrong with the body, which is told with the rest */
    private Head head(QueryParameters query, Runnable readBody) {
        int blockStatus = BlockStatus.of(query);
        List<InvalidBodyException> wrong = new ArrayList<>();
        note(query::throwIfAnyIsWrong, wrong);
        note(() -> IdempotencyKey.of(exchange.request()), wrong);
        if (!wrong.isEmpty()) {
            note(readBody, wrong);
            throw InvalidBodyException.ofAll(wrong);
        }
        return new Head(blockStatus, IdempotencyKey.of(exchange.request()));
    }

    private void requireReadable(Evaluation evaluation, byte[] body) {
        Admission.Admitted admitted = admission.admit(MemoryNeed.ofEvaluation(body));
        try {
            Evaluator.read(evaluation, body);
        } finally {
            admitted.release();
        }
    }

    private static void note(Runnable reading, List<InvalidBodyException> wrong) {
        try {
            reading.run();
        } catch (InvalidBodyException e) {
            wrong.add(e);
        }
    }

    private Response answer(
            Evaluation evaluation,
            byte[] body,
            @Nullable String include,
            Head head,
            Function<Submission, Answered> decided) {
        RequestedFormat form = RequestedFormat.of(headers);
        Submission submission = new Submission(body, include, caller.name(), head.idempotencyKey());
        Admission.Admitted admitted = admission.admit(MemoryNeed.ofEvaluation(body));
        try {
            Answered answered = decided.apply(submission);
            Response response = response(answered, evaluation.kind(), form, head.blockStatus());
            admitted.keepUntilEnd(exchange, MemoryNeed.ofAnswer(answered.body(), response));
            return response;
        } catch (RuntimeException | Error e) {
            admitted.release();
            throw e;
        }
    }

    private Response response(Answered answered, String kind, RequestedFormat form, int blockStatus) {
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
