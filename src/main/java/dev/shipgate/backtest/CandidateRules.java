package dev.shipgate.backtest;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shipgate.audit.record.PastDecision;
import dev.shipgate.context.EvaluationContext;
import dev.shipgate.context.ServiceTime;
import dev.shipgate.decision.Answer;
import dev.shipgate.decision.Evaluation;
import dev.shipgate.decision.Evaluations;
import dev.shipgate.decision.Evaluator;
import dev.shipgate.decision.Verdict;
import dev.shipgate.json.InvalidBodyException;
import dev.shipgate.policy.Firing;
import dev.shipgate.policy.PolicyEvaluationException;
import dev.shipgate.policy.session.RulesetLease;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Rules that are tried on recorded decisions: each is evaluated again with its recorded request and its recorded
 * context. Records nothing, logs nothing. Thread-safe, as long as the lease is open.
 */
public final class CandidateRules {

    /** The type of the problem that a caller would get, as reports read it. */
    private static final String FAILED = "urn:shipgate:problem:policy-evaluation-failed";

    private final RulesetLease rules;
    private final Set<String> kinds;
    private final Evaluations evaluations;
    private final ServiceTime time;
    private final ObjectMapper json;

    /**
     * @param rules closed by the caller
     * @param time gives decisions that were recorded without a context the time alone
     * @param json writes answers as the service does
     */
    public CandidateRules(RulesetLease rules, Evaluations evaluations, ServiceTime time, ObjectMapper json) {
        this.rules = rules;
        this.evaluations = evaluations;
        this.kinds = Set.copyOf(evaluations.kinds());
        this.time = time;
        this.json = json;
    }

    /**
     * A verdict of the candidate rules.
     *
     * @param rulesFired the names of the rules that fired, in the order of their first firing
     * @param answer makes the answer as JSON, without its id, time and rules; of rules that failed, their problem
     */
    private record Evaluated(Verdict verdict, Set<String> rulesFired, Supplier<ObjectNode> answer) {}

    /** Evaluates a decision again and compares the verdicts. */
    public Comparison compare(PastDecision past) {
        if (past.masked()) {
            return new Comparison.NotEvaluable(past, Obstacle.MASKED);
        }
        if (!kinds.contains(past.kind())) {
            return new Comparison.NotEvaluable(past, Obstacle.UNKNOWN_KIND);
        }
        try {
            Evaluation evaluation = evaluations.ofKind(past.kind());
            Evaluated now = evaluate(past, evaluation);
            BacktestOutcome outcome = BacktestOutcome.of(past.verdict(), now.verdict());
            return outcome.isFlip()
                    ? new Comparison.Flipped(
                            past,
                            outcome,
                            now.verdict(),
                            without(now.rulesFired(), past.rulesFired()),
                            without(new LinkedHashSet<>(past.rulesFired()), now.rulesFired()),
                            () -> FindingsTurned.between(
                                    evaluation.reported(), past, now.verdict(), now.answer(), json))
                    : new Comparison.Same(past);
        } catch (InvalidBodyException e) {
            return new Comparison.NotEvaluable(past, Obstacle.NOT_ACCEPTED);
        }
    }

    /** The one place where a recorded request is answered. */
    private Evaluated evaluate(PastDecision past, Evaluation evaluation) {
        EvaluationContext recorded = past.context();
        EvaluationContext context = recorded == null ? time.at(past.evaluatedAt()) : recorded;
        try {
            Answer answer =
                    Evaluator.answer(Evaluator.read(evaluation, past.request(), past.include()), rules, context);
            return new Evaluated(answer.verdict(), names(answer.firings()), () -> json.valueToTree(answer.body()));
        } catch (InvalidBodyException e) {
            throw e;
        } catch (RuntimeException e) {
            PolicyEvaluationException failure =
                    e instanceof PolicyEvaluationException failed ? failed : PolicyEvaluationException.unanswerable(e);
            return new Evaluated(Verdict.ERROR, names(failure.lastFirings()), () -> problem(failure));
        }
    }

    private static Set<String> names(List<Firing> firings) {
        Set<String> names = new LinkedHashSet<>();
        firings.forEach(firing -> names.add(firing.rule().rule()));
        return names;
    }

    private static List<String> without(Set<String> names, Collection<String> others) {
        return names.stream().filter(name -> !others.contains(name)).toList();
    }

    private ObjectNode problem(PolicyEvaluationException failure) {
        return json.createObjectNode().put("type", FAILED).put("status", 500).put("detail", failure.getMessage());
    }
}
