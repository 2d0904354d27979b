package dev.shipgate.decision;

import dev.shipgate.json.InvalidBodyException;
import dev.shipgate.json.JsonObject;
import dev.shipgate.json.RawJson;
import dev.shipgate.json.StrictJson;
import dev.shipgate.policy.Firing;
import dev.shipgate.policy.PolicyEvaluationException;
import dev.shipgate.policy.session.RulesetLease;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;

/** Evaluates requests: body to facts, facts through rules, findings to an answer. One direction, no way back. */
@ApplicationScoped
public class Evaluator {

    private static final Logger LOG = Logger.getLogger(Evaluator.class);

    private final AnswerFormat format;

    public Evaluator(AnswerFormat format) {
        this.format = format;
    }

    /** A request that can be evaluated. */
    public record Request(String kind, Release release, Evaluation.Question question) {}

    /**
     * Reads a request.
     *
     * @throws InvalidBodyException when the body is not what the evaluation takes
     */
    public static Request read(Evaluation evaluation, byte[] body) {
        JsonObject fields = StrictJson.object(body);
        Release release = Release.read(fields);
        Evaluation.Question question = evaluation.read(fields, release);
        fields.requireNothingElse();
        return new Request(evaluation.kind(), release, question);
    }

    /**
     * Has the rules answer a request. Rules that fail make a decision too, whose verdict is an error.
     *
     * @param id of the decision
     * @param at when it is made
     * @throws InvalidBodyException when the rules show that the request lacks something
     */
    public Decision evaluate(Request request, RulesetLease rules, UUID id, Instant at) {
        Evaluated evaluated = answer(request, rules, id, at);
        return new Decision(
                id,
                at,
                request.kind(),
                request.release(),
                request.question().routes(),
                rules.files(),
                evaluated.answer().verdict(),
                evaluated.answer().firings(),
                evaluated.told(),
                evaluated.body(),
                evaluated.duration());
    }

    /** An answer, and what the caller gets of it. */
    private record Evaluated(Answer answer, RawJson told, byte[] body, Duration duration) {}

    private Evaluated answer(Request request, RulesetLease rules, UUID id, Instant at) {
        long startNanos = System.nanoTime();
        try {
            Answer answer = request.question().answer(rules);
            Duration duration = since(startNanos);
            RawJson told = format.firings(DecisionResponse.told(answer.firings()));
            byte[] body = format.answer(DecisionResponse.of(id, at, rules.version(), answer, told));
            return new Evaluated(answer, told, body, duration);
        } catch (InvalidBodyException e) {
            throw e;
        } catch (RuntimeException e) {
            PolicyEvaluationException failure =
                    e instanceof PolicyEvaluationException failed ? failed : PolicyEvaluationException.unanswerable(e);
            log(id, failure);
            return new Evaluated(
                    new Answer(failure, null, Verdict.ERROR, failure.lastFirings()),
                    toldIfNotTooMuch(failure.lastFirings()),
                    format.failure(id, request.kind(), failure),
                    since(startNanos));
        }
    }

    /** That rules failed is recorded, however much there would be to tell of those that fired before. */
    private RawJson toldIfNotTooMuch(List<Firing> firings) {
        try {
            return format.firings(DecisionResponse.told(firings));
        } catch (PolicyEvaluationException e) {
            return format.firings(List.of());
        }
    }

    /**
     * What a rule did wrong is said in a line; what the service did wrong has to be found in it. Values of the request may be
     * masked, and stand in neither.
     */
    private static void log(UUID id, PolicyEvaluationException failure) {
        if (failure.isExplained()) {
            LOG.errorf("Decision %s: %s", id, failure.forLog());
        } else {
            LOG.errorf(TraceOnly.of(failure), "Decision %s: %s", id, failure.forLog());
        }
    }

    private static Duration since(long startNanos) {
        return Duration.ofNanos(System.nanoTime() - startNanos);
    }
}
