package dev.shipgate.capacity;

import dev.shipgate.decision.Answer;
import dev.shipgate.decision.FirstFacts;
import dev.shipgate.decision.KnownEnvironments;
import dev.shipgate.decision.MeasurementSource;
import dev.shipgate.decision.ReadinessPart;
import dev.shipgate.decision.Release;
import dev.shipgate.decision.Verdict;
import dev.shipgate.json.InvalidBodyException;
import dev.shipgate.json.JsonObject;
import dev.shipgate.json.Problem;
import dev.shipgate.policy.RuleRun;
import dev.shipgate.policy.Vocabulary;
import dev.shipgate.policy.session.RulesetLease;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the capacity that a step-load test supports. */
@ApplicationScoped
@Priority(10)
public class Capacity implements ReadinessPart {

    private static final Vocabulary VOCABULARY = Vocabulary.giving(
                    Release.class,
                    KnownEnvironments.class,
                    MeasurementSource.class,
                    CallerCapacityBudget.class,
                    CallerSustainedSteps.class,
                    Step.class)
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
                    CapacityWarning.class);

    @Override
    public String kind() {
        return "capacity";
    }

    @Override
    public Vocabulary vocabulary() {
        return VOCABULARY;
    }

    @Override
    public String rulesFolder() {
        return "capacity";
    }

    @Override
    public Class<?> resultType() {
        return CapacityResult.class;
    }

    @Override
    public Question read(JsonObject body, Release release) {
        CapacityRequest request = CapacityRequest.read(body, release);
        return Question.of(rules -> answer(request, rules, null));
    }

    @Override
    public Question readPart(JsonObject part, Release release) {
        CapacityRequest request = CapacityRequest.read(part, release);
        Long required = part.integer("required_concurrency", 1);
        if (part.isNull("required_concurrency")) {
            part.invalid("required_concurrency", "is null. Leave it out, or give a whole number, 1 or more.");
        }
        return Question.of(rules -> answer(request, rules, required));
    }

    private Answer answer(CapacityRequest request, RulesetLease rules, @Nullable Long required) {
        List<Object> facts = FirstFacts.withEnvironments(request.release(), request.source(), rules, this);
        if (!request.budget().equals(new CapacityBudget())) {
            facts.add(new CallerCapacityBudget(request.budget()));
        }
        facts.add(request.sustainedSteps());
        facts.addAll(request.steps());
        RuleRun run = rules.evaluate(this, facts);
        requireBudgets(request, run);
        CapacityAnswer answer = CapacityAnswerBuilder.of(request, run);
        boolean confirmed = CapacityOutcome.isSure(answer.outcome())
                && !run.facts(ConfirmedCapacity.class).isEmpty();
        CapacityResult result =
                new CapacityResult(answer.outcome(), confirmed, answer.maxSupportedConcurrency(), required);
        return new Answer(answer, result, confirmed ? Verdict.PASS : Verdict.BLOCK, run.firings());
    }

    /** A limit that neither the caller nor the policy gives cannot be guessed. */
    private static void requireBudgets(CapacityRequest request, RuleRun run) {
        List<StepLimits> limits = run.facts(StepLimits.class);
        List<Problem> problems = new ArrayList<>();
        if (request.budget().p95Ms() == null && limits.stream().allMatch(limit -> limit.p95Limit() == null)) {
            problems.add(missingBudget("p95_budget_ms", request));
        }
        if (request.budget().errorRate() == null && limits.stream().allMatch(limit -> limit.errorLimit() == null)) {
            problems.add(missingBudget("error_budget", request));
        }
        if (!problems.isEmpty()) {
            throw InvalidBodyException.contradictory(problems);
        }
    }

    private static Problem missingBudget(String field, CapacityRequest request) {
        return new Problem(
                request.pointer() + "/" + field,
                "is missing, and the policy has none for "
                        + named("service", request.release().service()) + " and "
                        + named("environment", request.release().environment()) + ". Send " + field
                        + ", or write the budget into rules/capacity.");
    }

    private static String named(String what, @Nullable String name) {
        return name == null ? "no " + what : "the " + what + " " + name;
    }
}
