package dev.shipgate.decision;

import dev.shipgate.context.EvaluationContext;
import dev.shipgate.decision.Answer.WaivedReason;
import dev.shipgate.decision.firing.FiringCount;
import dev.shipgate.json.InvalidBodyException;
import dev.shipgate.json.JsonObject;
import dev.shipgate.json.StrictJson;
import dev.shipgate.policy.Firing;
import dev.shipgate.policy.PolicyEvaluationException;
import dev.shipgate.policy.session.RulesetLease;
import dev.shipgate.text.TraceOnly;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Evaluates requests: body to facts, facts through rules, findings to an answer. One direction, no way back. */
@ApplicationScoped
public class Evaluator {

    private static final Logger LOG = Logger.getLogger(Evaluator.class);

    private final AnswerFormat format;

    public Evaluator(AnswerFormat format) {
        this.format = format;
    }

    /**
     * Reads a request.
     *
     * @param include a part of the answer that is left out unless asked for; null for none
     * @throws InvalidBodyException when the evaluation does not accept the body
     */
    public static Question read(Evaluation evaluation, byte[] body, @Nullable String include) {
        JsonObject fields = StrictJson.object(body);
        Release release = Release.read(fields);
        Question question = evaluation.read(fields, release, include);
        fields.requireNothingElse();
        return question;
    }

    /**
     * The answer to a question. A label of the caller may make it stricter, and less strict only if the policy trusts
     * that label: the answer stands unless it is looser than that of the trusted labels by themselves. Otherwise the
     * answer is theirs, and names the labels that were ignored. The rules say which labels they trust when they get no
     * label at all, so no label can make itself or another one trusted. Where they read no label, they run once.
     *
     * @throws InvalidBodyException when the rules show that the request lacks something
     * @throws PolicyEvaluationException when the rules fail, with all labels or without those that are not trusted
     */
    public static Answer answer(Question question, RulesetLease rules, EvaluationContext context) {
        Answer asSent = question.answer(rules, context).requireComplete();
        if (!question.release().hasReadLabels()) {
            return asSent;
        }
        Set<String> labels = question.release().labels().keySet();
        Answer withoutLabels = question.keeping(TrustedLabels.NONE).answer(rules, context);
        TrustedLabels trusted = withoutLabels.trusted();
        List<String> others = trusted.othersOf(labels);
        if (others.isEmpty()) {
            return asSent;
        }
        Answer byTrusted =
                trusted.trustAnyOf(labels) ? question.keeping(trusted).answer(rules, context) : withoutLabels;
        return isLooser(asSent, byTrusted, question)
                ? byTrusted.ignoring(others).requireComplete()
                : asSent;
    }

    /** Whether one answer lets more through than another, or promises more where both say the same. */
    private static boolean isLooser(Answer one, Answer other, Question question) {
        return other.verdict() == Verdict.PASS
                ? one.verdict() == Verdict.PASS && question.promisesMore(one.body(), other.body())
                : one.verdict() == Verdict.PASS || question.promisesMore(one.body(), other.body());
    }

    /**
     * Has the rules answer a request. Rules that fail make a decision too, whose verdict is an error.
     *
     * @param id of the decision
     * @param at when it is made
     * @param context the facts that decide beside the request
     * @throws InvalidBodyException when the rules show that the request lacks something
     */
    public Decision evaluate(Question question, RulesetLease rules, UUID id, Instant at, EvaluationContext context) {
        Evaluated evaluated = answer(question, rules, id, at, context);
        return new Decision(
                id,
                at,
                question.kind(),
                question.release(),
                question.routeNames(),
                context,
                rules.files(),
                evaluated.verdict(),
                evaluated.firings(),
                evaluated.fired(),
                evaluated.waived(),
                evaluated.body(),
                evaluated.duration());
    }

    /** The outcome of an evaluation, and the bytes that the caller gets of it. */
    private record Evaluated(
            Verdict verdict,
            List<Firing> firings,
            List<FiringCount> fired,
            List<WaivedReason> waived,
            byte[] body,
            Duration duration) {}

    private Evaluated answer(Question question, RulesetLease rules, UUID id, Instant at, EvaluationContext context) {
        long startNanos = System.nanoTime();
        try {
            Answer answer = answer(question, rules, context);
            Duration duration = since(startNanos);
            List<FiringCount> fired = FiringCount.of(answer.firings());
            byte[] body = format.answer(DecisionResponse.of(id, at, rules.version(), answer, fired));
            return new Evaluated(answer.verdict(), answer.firings(), fired, answer.waived(), body, duration);
        } catch (InvalidBodyException e) {
            throw e;
        } catch (RuntimeException e) {
            PolicyEvaluationException failure =
                    e instanceof PolicyEvaluationException failed ? failed : PolicyEvaluationException.unanswerable(e);
            log(id, failure);
            return new Evaluated(
                    Verdict.ERROR,
                    failure.lastFirings(),
                    FiringCount.of(failure.lastFirings()),
                    List.of(),
                    format.failure(id, question.kind(), failure),
                    since(startNanos));
        }
    }

    /**
     * The error of a rule is said in a line; an error of the service has to be found in it. Values of the request
     * may be masked, and stand in neither.
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
