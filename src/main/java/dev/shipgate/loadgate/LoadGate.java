package dev.shipgate.loadgate;

import dev.shipgate.context.EvaluationContext;
import dev.shipgate.context.Waivable;
import dev.shipgate.context.Waived;
import dev.shipgate.decision.KnownEnvironments;
import dev.shipgate.decision.MeasurementSource;
import dev.shipgate.decision.Question;
import dev.shipgate.decision.ReadinessPart;
import dev.shipgate.decision.Release;
import dev.shipgate.decision.TrustedLabel;
import dev.shipgate.decision.evidence.FirstFacts;
import dev.shipgate.json.JsonObject;
import dev.shipgate.policy.OwnRules;
import dev.shipgate.policy.RulesOwner;
import dev.shipgate.policy.Vocabulary;
import dev.shipgate.policy.session.RulesetLease;
import dev.shipgate.report.AnswerLines;
import dev.shipgate.report.ReportedKind;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Holds the load test of each route against its budget. */
@ApplicationScoped
@Priority(30)
public class LoadGate implements ReadinessPart {

    static final String KIND = "load_gate";

    static final RulesOwner RULES = new OwnRules(
            "load-gate",
            Vocabulary.giving(
                            Release.class,
                            KnownEnvironments.class,
                            MeasurementSource.class,
                            RouteMetrics.class,
                            CallerBudget.class)
                    .andGiving(EvaluationContext.KINDS)
                    .between(BudgetedRoute.class, BoundedLatency.class, HeldMetric.class)
                    .reading(
                            Budget.class,
                            MetricLimit.class,
                            NotApplicable.class,
                            Check.class,
                            Failure.class,
                            Warning.class,
                            Waivable.class,
                            Waived.class,
                            TrustedLabel.class));

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public String rulesFolder() {
        return RULES.rulesFolder();
    }

    @Override
    public Vocabulary vocabulary() {
        return RULES.vocabulary();
    }

    @Override
    public Class<?> resultType() {
        return LoadGateResult.class;
    }

    @Override
    public ReportedKind reported() {
        return new ReportedKind(KIND, rulesFolder(), AnswerLines.CHECKS);
    }

    @Override
    public Set<String> ownWords() {
        return Set.of("budget_source", "check", "outcome");
    }

    @Override
    public Set<String> ownNumbers() {
        return Set.of("margin");
    }

    @Override
    public Set<String> namedByCallers() {
        return Set.of("routes", "budgets");
    }

    @Override
    public Set<Waivable> waivable(
            Release release, @Nullable String route, RulesetLease rules, EvaluationContext context) {
        List<Object> facts = FirstFacts.withEnvironments(release, null, rules, RULES);
        facts.addAll(context.facts());
        if (route != null) {
            facts.add(LoadGateRequest.notMeasured(route));
        }
        return Set.copyOf(rules.evaluate(RULES, facts).facts(Waivable.class));
    }

    @Override
    public List<PolicyLimit> limits(Release release, RulesetLease rules, EvaluationContext context) {
        LoadGateRequest nothing = new LoadGateRequest(release, null, List.of(), List.of());
        return LoadGateAnswerBuilder.limits(nothing, nothing.run(rules, context), context);
    }

    @Override
    public Question read(JsonObject body, Release release, @Nullable String include) {
        return LoadGateRequest.read(body, release);
    }
}
