package dev.shipgate.loadgate;

import dev.shipgate.decision.Answer;
import dev.shipgate.decision.FirstFacts;
import dev.shipgate.decision.KnownEnvironments;
import dev.shipgate.decision.MeasurementSource;
import dev.shipgate.decision.ReadinessPart;
import dev.shipgate.decision.Release;
import dev.shipgate.decision.Verdict;
import dev.shipgate.json.JsonObject;
import dev.shipgate.policy.RuleRun;
import dev.shipgate.policy.Vocabulary;
import dev.shipgate.policy.session.RulesetLease;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Holds the load test of each route against its budget. */
@ApplicationScoped
@Priority(30)
public class LoadGate implements ReadinessPart {

    private static final Vocabulary VOCABULARY = Vocabulary.giving(
                    Release.class,
                    KnownEnvironments.class,
                    MeasurementSource.class,
                    RouteMetrics.class,
                    CallerBudget.class)
            .between(BudgetedRoute.class)
            .reading(Budget.class, MetricLimit.class, NotApplicable.class, Check.class, Failure.class, Warning.class);

    @Override
    public String kind() {
        return "load_gate";
    }

    @Override
    public String rulesFolder() {
        return "load-gate";
    }

    @Override
    public Vocabulary vocabulary() {
        return VOCABULARY;
    }

    @Override
    public Class<?> resultType() {
        return LoadGateResult.class;
    }

    @Override
    public Question read(JsonObject body, Release release) {
        LoadGateRequest request = LoadGateRequest.read(body, release);
        return new Question(
                request.routes().stream().map(RouteMetrics::route).toList(), rules -> answer(request, rules));
    }

    private Answer answer(LoadGateRequest request, RulesetLease rules) {
        List<Object> facts = FirstFacts.withEnvironments(request.release(), request.source(), rules, this);
        facts.addAll(request.routes());
        facts.addAll(request.budgets());
        RuleRun run = rules.evaluate(this, facts);
        LoadGateAnswer answer = LoadGateAnswerBuilder.of(request, run);
        return new Answer(
                answer,
                new LoadGateResult(answer.ship(), answer.failures().size()),
                answer.ship() ? Verdict.PASS : Verdict.BLOCK,
                run.firings());
    }
}
