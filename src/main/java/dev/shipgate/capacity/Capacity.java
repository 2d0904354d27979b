package dev.shipgate.capacity;

import dev.shipgate.context.EvaluationContext;
import dev.shipgate.decision.KnownEnvironments;
import dev.shipgate.decision.Limit;
import dev.shipgate.decision.MeasurementSource;
import dev.shipgate.decision.Question;
import dev.shipgate.decision.ReadinessPart;
import dev.shipgate.decision.Release;
import dev.shipgate.decision.TrustedLabel;
import dev.shipgate.decision.evidence.FirstFacts;
import dev.shipgate.json.JsonObject;
import dev.shipgate.policy.OwnRules;
import dev.shipgate.policy.RuleRun;
import dev.shipgate.policy.RulesOwner;
import dev.shipgate.policy.Vocabulary;
import dev.shipgate.policy.session.RulesetLease;
import dev.shipgate.report.AnswerLines;
import dev.shipgate.report.ReportedKind;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Finds the capacity that a step-load test supports. */
@ApplicationScoped
@Priority(10)
public class Capacity implements ReadinessPart {

    static final String KIND = "capacity";

    static final RulesOwner RULES = new OwnRules(
            "capacity",
            Vocabulary.giving(
                            Release.class,
                            KnownEnvironments.class,
                            MeasurementSource.class,
                            CallerCapacityBudget.class,
                            CallerSustainedSteps.class,
                            Step.class)
                    .andGiving(EvaluationContext.KINDS)
                    .between(CapacityBudget.class, FailureRun.class, SustainedViolation.class)
                    .reading(
                            StepLimits.class,
                            SustainedSteps.class,
                            PassingStep.class,
                            FailingStep.class,
                            StepViolation.class,
                            Break.class,
                            SupportedStep.class,
                            CapacityOutcome.class,
                            ConfirmedCapacity.class,
                            CapacityWarning.class,
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
        return CapacityResult.class;
    }

    @Override
    public ReportedKind reported() {
        return new ReportedKind(KIND, rulesFolder(), AnswerLines.STEPS);
    }

    @Override
    public Set<String> ownWords() {
        return Set.of("outcome", "role", "violated", "p95_source", "p95_rule", "error_rate_source", "error_rate_rule");
    }

    @Override
    public Set<String> ownNumbers() {
        return Set.of("step");
    }

    @Override
    public List<PolicyLimit> limits(Release release, RulesetLease rules, EvaluationContext context) {
        List<Object> facts = FirstFacts.withEnvironments(release, null, rules, RULES);
        facts.addAll(context.facts());
        RuleRun run = rules.evaluate(RULES, facts);
        List<PolicyLimit> limits = new ArrayList<>();
        for (StepLimits steps : run.facts(StepLimits.class)) {
            add(limits, "latency", steps.p95Limit(), run, CapacityBudget::p95Ms);
            add(limits, "errors", steps.errorLimit(), run, CapacityBudget::errorRate);
        }
        return limits;
    }

    /** Of budgets that other rules put together to one, the rule counts that first came with the limit that holds. */
    private static void add(
            List<PolicyLimit> limits,
            String check,
            @Nullable Double limit,
            RuleRun run,
            Function<CapacityBudget, @Nullable Limit> ofBudget) {
        String rule = run.everInserted(CapacityBudget.class).stream()
                .filter(budget -> limit != null && limit.equals(Limit.valueOf(ofBudget.apply(budget.fact()))))
                .findFirst()
                .map(budget -> budget.rule().rule())
                .orElse(null);
        limits.add(new PolicyLimit(null, check, limit, false, rule, null));
    }

    @Override
    public Question read(JsonObject body, Release release, @Nullable String include) {
        return CapacityRequest.read(body, release);
    }
}
