package dev.shipgate.decision;

import dev.shipgate.json.InvalidBodyException;
import dev.shipgate.policy.NoActiveRulesetException;
import dev.shipgate.policy.live.ActiveRuleset;
import dev.shipgate.policy.session.RulesetLease;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/** Decides requests: evaluates them, and answers when the decision is recorded. */
@ApplicationScoped
public class Decisions {

    private final ActiveRuleset rulesets;
    private final Evaluator evaluator;
    private final DecisionLog log;
    private final DecisionMetrics metrics;
    private final DecisionIds ids = new DecisionIds();

    Decisions(ActiveRuleset rulesets, Evaluator evaluator, DecisionLog log, DecisionMetrics metrics) {
        this.rulesets = rulesets;
        this.evaluator = evaluator;
        this.log = log;
        this.metrics = metrics;
    }

    /**
     * Decides one request, or gives what was decided when it came before under the same idempotency key.
     *
     * @throws InvalidBodyException when the body is not what the evaluation takes
     * @throws NoActiveRulesetException when there are no rules to decide with
     * @throws NotRecordedException when the decision cannot be recorded
     * @throws IdempotencyKeyReusedException when the key stands for another request
     */
    public Answered decide(Evaluation evaluation, Submission submission) {
        Evaluation asked = evaluation.including(submission.include());
        return log.once(asked.kind(), submission, () -> recorded(evaluate(asked, submission), submission));
    }

    /**
     * The same, with rules that the caller leased before, as a part of the request comes from them.
     *
     * @param rules which the caller closes
     */
    public Answered decide(Evaluation evaluation, Submission submission, RulesetLease rules) {
        Evaluation asked = evaluation.including(submission.include());
        return log.once(
                asked.kind(),
                submission,
                () -> recorded(evaluate(Evaluator.read(asked, submission.body()), rules), submission));
    }

    private Answered recorded(Decision decision, Submission submission) {
        Answered answered = log.record(decision, submission);
        metrics.decided(decision);
        return answered;
    }

    private Decision evaluate(Evaluation evaluation, Submission submission) {
        Evaluator.Request request = Evaluator.read(evaluation, submission.body());
        try (RulesetLease rules = rulesets.lease()) {
            return evaluate(request, rules);
        }
    }

    private Decision evaluate(Evaluator.Request request, RulesetLease rules) {
        Instant now = Clock.systemUTC().instant().truncatedTo(ChronoUnit.MILLIS);
        UUID id = ids.next(now, log.highestId().orElse(null));
        return evaluator.evaluate(request, rules, id, now);
    }
}
