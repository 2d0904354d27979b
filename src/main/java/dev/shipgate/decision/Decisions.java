package dev.shipgate.decision;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.NoArgGenerator;
import dev.shipgate.decision.Evaluation.Question;
import dev.shipgate.json.InvalidBodyException;
import dev.shipgate.json.JsonObject;
import dev.shipgate.json.StrictJson;
import dev.shipgate.policy.ActiveRuleset;
import dev.shipgate.policy.NoActiveRulesetException;
import dev.shipgate.policy.PolicyEvaluationException;
import dev.shipgate.policy.RulesetLease;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Decides requests: body to facts, facts through rules, findings to an answer. One direction, no way back. */
@ApplicationScoped
public class Decisions {

    private final ActiveRuleset rulesets;
    private final DecisionMetrics metrics;
    private final NoArgGenerator ids = Generators.timeBasedEpochGenerator();

    Decisions(ActiveRuleset rulesets, DecisionMetrics metrics) {
        this.rulesets = rulesets;
        this.metrics = metrics;
    }

    /**
     * Decides one request.
     *
     * @throws InvalidBodyException when the body is not what the evaluation takes
     * @throws NoActiveRulesetException when there are no rules to decide with
     * @throws PolicyEvaluationException when the rules fail, or find what makes no answer
     */
    public DecisionResponse decide(Evaluation evaluation, byte[] body) {
        Question question = read(evaluation, StrictJson.object(body));
        return DecisionResponse.of(evaluate(evaluation.kind(), question));
    }

    private static Question read(Evaluation evaluation, JsonObject body) {
        Question question = evaluation.read(body, Release.read(body));
        body.rejectUnknown();
        body.problems().throwIfAny();
        return question;
    }

    private Decision evaluate(String kind, Question question) {
        long startNanos = System.nanoTime();
        try (RulesetLease rules = rulesets.lease()) {
            Answer answer = question.answer(rules);
            Decision decision = new Decision(
                    ids.generate(), Instant.now().truncatedTo(ChronoUnit.MILLIS), kind, rules.version(), answer);
            metrics.decided(decision, System.nanoTime() - startNanos);
            return decision;
        } catch (InvalidBodyException | NoActiveRulesetException e) {
            throw e;
        } catch (RuntimeException e) {
            metrics.failed(kind, System.nanoTime() - startNanos);
            throw e instanceof PolicyEvaluationException failed ? failed : PolicyEvaluationException.unanswerable(e);
        }
    }
}
