package dev.shipgate.decision;

import dev.shipgate.context.EvaluationContext;
import dev.shipgate.context.ServiceContext;
import dev.shipgate.json.InvalidBodyException;
import dev.shipgate.policy.NoActiveRulesetException;
import dev.shipgate.policy.live.ActiveRuleset;
import dev.shipgate.policy.session.RulesetLease;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Decides requests. The way of every request is here, from its turn in the log to its answer. */
@ApplicationScoped
public class Decisions {

    private final DecisionLog log;
    private final ActiveRuleset rulesets;
    private final ServiceContext contexts;
    private final Evaluator evaluator;
    private final DecisionMetrics metrics;
    private final DecisionIds ids = new DecisionIds();

    Decisions(
            DecisionLog log,
            ActiveRuleset rulesets,
            ServiceContext contexts,
            Evaluator evaluator,
            DecisionMetrics metrics) {
        this.log = log;
        this.rulesets = rulesets;
        this.contexts = contexts;
        this.evaluator = evaluator;
        this.metrics = metrics;
    }

    /**
     * Decides one request, or gives the earlier decision when it came before under the same idempotency key.
     *
     * @param chosen the rules to decide with, where a part of the request came from them, to be closed by the caller;
     *     null for those that are active
     * @throws InvalidBodyException when the evaluation does not accept the body
     * @throws NoActiveRulesetException when there are no rules to decide with
     * @throws NotRecordedException when the decision cannot be recorded
     * @throws IdempotencyKeyReusedException when the key stands for another request
     */
    public Answered decide(Evaluation evaluation, Submission submission, @Nullable RulesetLease chosen) {
        try (Turn turn = log.begin(evaluation.kind(), submission)) {
            Optional<Answered> before = turn.decidedBefore();
            if (before.isPresent()) {
                return before.get();
            }
            Question question = Evaluator.read(evaluation, submission.body(), submission.include());
            try (RulesetLease rules = chosen == null ? rulesets.lease() : chosen.again()) {
                Instant now = Clock.systemUTC().instant().truncatedTo(ChronoUnit.MILLIS);
                EvaluationContext context = contexts.of(question.release().name(), submission.caller(), now);
                Decision decision = evaluator.evaluate(
                        question, rules, ids.next(now, log.highestId().orElse(null)), now, context);
                Answered answered = turn.record(decision);
                metrics.decided(decision);
                return answered;
            }
        }
    }
}
