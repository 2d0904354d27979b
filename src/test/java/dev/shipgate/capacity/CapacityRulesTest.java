package dev.shipgate.capacity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shipgate.decision.KnownEnvironments;
import dev.shipgate.decision.Limit;
import dev.shipgate.decision.Release;
import dev.shipgate.policy.RuleRun;
import dev.shipgate.policy.compile.TestRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * The shipped rules of budgets and of single steps, each by itself: the facts on which it fires, and those on which it
 * must not.
 */
class CapacityRulesTest {

    @RegisterExtension
    static final TestRules RULES = TestRules.shipped("capacity");

    private static final StepLimits LIMITS = new StepLimits(800.0, 0.01);

    @Test
    void productionOfTheVoiceAgentHasABudgetOf800Milliseconds() {
        assertThat(limits(release("voice-agent", "production"))).containsExactly(new StepLimits(800.0, 0.01));
        assertThat(limits(release("voice-agent", "demo"))).isEmpty();
        assertThat(limits(release("search", "production"))).isEmpty();
        assertThat(limits(release(null, null))).isEmpty();
    }

    @Test
    void stagingOfTheVoiceAgentHasABudgetOf1000Milliseconds() {
        assertThat(limits(release("voice-agent", "staging"))).containsExactly(new StepLimits(1000.0, 0.01));
        assertThat(limits(release("search", "staging"))).isEmpty();
    }

    @Test
    void aBudgetOfTheCallerCounts() {
        CallerCapacityBudget asked = caller(500.0, null);

        assertThat(RULES.evaluate(asked).facts(CapacityBudget.class)).containsExactly(asked.budget());
        assertThat(RULES.evaluate(release("search", "production")).facts(CapacityBudget.class))
                .isEmpty();
    }

    @Test
    void onlyTheCallerGaveLimitsBesideAPolicyBudgetWithoutOne() {
        String onlyCaller = "only the caller gave limits, for an environment that the policy does not know";
        KnownEnvironments production = new KnownEnvironments(List.of("production"), List.of("production"));
        Object[] withoutLimit = {release("search", "prod"), production, caller(500.0, null), new CapacityBudget()};
        Object[] withLimit = {
            release("search", "prod"), production, caller(500.0, null), new CapacityBudget().errorRate(0.01)
        };

        assertThat(RULES.fired(withoutLimit)).contains(onlyCaller);
        assertThat(RULES.fired(withLimit)).doesNotContain(onlyCaller);
    }

    @Test
    void ofTwoBudgetsTheStricterLimitsHoldWhoeverGaveThem() {
        CapacityBudget policy = new CapacityBudget().p95Ms(800).errorRate(0.01);

        assertThat(RULES.evaluate(policy, caller(500.0, 0.5)).facts(CapacityBudget.class))
                .containsExactly(new CapacityBudget(Limit.ofCaller(500.0), Limit.ofPolicy(0.01)));
        assertThat(limits(policy, caller(900.0, 0.001))).containsExactly(new StepLimits(800.0, 0.001));
        assertThat(limits(policy, caller(null, null))).containsExactly(new StepLimits(800.0, 0.01));
        assertThat(limits(policy, new CapacityBudget().p95Ms(700), new CapacityBudget().errorRate(0.005)))
                .containsExactly(new StepLimits(700.0, 0.005));
        assertThat(RULES.fired(policy)).doesNotContain("of two capacity budgets the stricter limits hold");
    }

    @Test
    void stepsAreHeldAgainstTheOneBudgetThereIs() {
        assertThat(limits(new CapacityBudget().p95Ms(800))).containsExactly(new StepLimits(800.0, null));
        assertThat(limits()).isEmpty();
    }

    @Test
    void oneFailingStepIsSustainedUnlessTheCallerSaysOtherwise() {
        assertThat(sustained(new CallerSustainedSteps(null))).containsExactly(new SustainedSteps(1));
        assertThat(sustained(new CallerSustainedSteps(3))).containsExactly(new SustainedSteps(3));
        assertThat(sustained()).isEmpty();
    }

    @Test
    void aStepWithinBothLimitsPasses() {
        assertThat(passing(LIMITS, step(800.0, 0.01))).containsExactly(new PassingStep(1));
        assertThat(passing(LIMITS, step(Math.nextUp(800.0), 0.01))).isEmpty();
        assertThat(passing(LIMITS, step(800.0, Math.nextUp(0.01)))).isEmpty();
        assertThat(passing(LIMITS, step(null, 0.0))).isEmpty();
        assertThat(passing(LIMITS, step(0.0, null))).isEmpty();
        assertThat(passing(new StepLimits(null, 0.01), step(0.0, 0.0))).isEmpty();
        assertThat(passing(new StepLimits(800.0, null), step(0.0, 0.0))).isEmpty();
        assertThat(passing(step(0.0, 0.0))).isEmpty();
    }

    @Test
    void latencyBeyondItsLimitIsAViolation() {
        assertThat(violations(LIMITS, step(Math.nextUp(800.0), 0.0))).containsExactly("latency");
        assertThat(violations(LIMITS, step(800.0, 0.0))).isEmpty();
        assertThat(violations(new StepLimits(null, 0.01), step(9_000.0, 0.0))).isEmpty();
    }

    @Test
    void errorsBeyondTheirLimitAreAViolation() {
        assertThat(violations(LIMITS, step(0.0, Math.nextUp(0.01)))).containsExactly("errors");
        assertThat(violations(LIMITS, step(0.0, 0.01))).isEmpty();
        assertThat(violations(new StepLimits(800.0, null), step(0.0, 1.0))).isEmpty();
    }

    @Test
    void aMissingMetricIsAViolationEvenWithoutLimits() {
        assertThat(violations(step(null, 0.0))).containsExactly("missing_metrics");
        assertThat(violations(step(0.0, null))).containsExactly("missing_metrics");
        assertThat(violations(step(0.0, 0.0))).isEmpty();
    }

    @Test
    void aStepFailsOnceHoweverManyViolationsItHas() {
        assertThat(failing(LIMITS, step(900.0, 0.5))).containsExactly(new FailingStep(1));
        assertThat(failing(step(1.0, 0.0), new StepViolation(1, "of a policy's own")))
                .containsExactly(new FailingStep(1));
        assertThat(failing(LIMITS, step(1.0, 0.0), new StepViolation(2, "of another step")))
                .isEmpty();
    }

    @Test
    void contradictingStatusesOfAnUnknownNumberOfSamplesFailAStep() {
        assertThat(violations(LIMITS, with(Map.of("contradicting_status", 1.0))))
                .containsExactly("contradicting_status");
        assertThat(violations(LIMITS, with(Map.of("contradicting_status", 4.0, "samples", 300.0))))
                .containsExactly("contradicting_status");
        assertThat(violations(LIMITS, with(Map.of("contradicting_status", 3.0, "samples", 300.0))))
                .isEmpty();
        assertThat(violations(LIMITS, with(Map.of("contradicting_status", 0.0))))
                .isEmpty();
        assertThat(RULES.evaluate(LIMITS, with(Map.of("contradicting_status", 3.0, "samples", 300.0)))
                        .facts(CapacityWarning.class))
                .extracting(CapacityWarning::reason)
                .containsExactly("contradicting_status");
    }

    @Test
    void aStepWithinBoundsPassesOnlyWithoutAViolation() {
        Step bounded = new Step(1, 50, null, 0.0, Map.of("p95_at_most_ms", 800.0), List.of());

        assertThat(passing(LIMITS, bounded)).containsExactly(new PassingStep(1));
        assertThat(passing(LIMITS, bounded, new StepViolation(1, "too_few_samples")))
                .isEmpty();
    }

    @Test
    void onlyLatencyOrErrorsOfAFirstStepWarnOfAColdStart() {
        Object[] onlyTheFirstFails = {
            new Break(1),
            new FailingStep(1),
            new PassingStep(2),
            new PassingStep(3),
            new Step(3, 150, 1.0, 0.0, Map.of(), List.of())
        };

        assertThat(warnings(onlyTheFirstFails, "latency")).containsExactly("cold_first_step");
        assertThat(warnings(onlyTheFirstFails, "errors")).containsExactly("cold_first_step");
        assertThat(warnings(onlyTheFirstFails, "too_few_samples")).isEmpty();
        assertThat(warnings(onlyTheFirstFails, "missing_metrics")).isEmpty();
    }

    @Test
    void aStepThatNobodyJudgedEndsTheStepsThatPassAfterAColdStart() {
        Stream<Object> findings = Stream.of(
                new Break(1),
                new StepViolation(1, "latency"),
                new PassingStep(2),
                new PassingStep(3),
                new PassingStep(5));
        Stream<Step> steps =
                IntStream.rangeClosed(1, 5).mapToObj(i -> new Step(i, 50L * i, 1.0, 0.0, Map.of(), List.of()));

        assertThat(RULES.evaluate(Stream.concat(findings, steps).toArray()).facts(CapacityWarning.class))
                .extracting(CapacityWarning::detail)
                .singleElement()
                .asString()
                .startsWith("Only the first step failed before 2 that passed, up to 150 concurrent requests.");
    }

    private static List<String> warnings(Object[] facts, String violationOfTheFirstStep) {
        return RULES
                .evaluate(Stream.concat(Stream.of(facts), Stream.of(new StepViolation(1, violationOfTheFirstStep)))
                        .toArray())
                .facts(CapacityWarning.class)
                .stream()
                .map(CapacityWarning::reason)
                .toList();
    }

    private static Step with(Map<String, Double> others) {
        return new Step(1, 50, 1.0, 0.0, others, List.of());
    }

    /** Such as a limit on the 99th percentile, which the service itself knows nothing of. */
    @Test
    void aPolicyMayHoldStepsAgainstANumberOfItsOwn() {
        try (TestRules own = TestRules.shippedWith("capacity", Map.of("capacity/p99.drl", """
                package shipgate.capacity
                import dev.shipgate.capacity.Step
                import dev.shipgate.capacity.StepViolation
                rule "the slowest requests are too slow" when
                    Step($step : number, others["p99_ms"] > 2000)
                then
                    insert(new StepViolation($step, "slowest_requests"));
                end
                """))) {
            Step slow = new Step(1, 50, 1.0, 0.0, Map.of("p99_ms", 2_001.0), List.of());
            Step atLimit = new Step(2, 50, 1.0, 0.0, Map.of("p99_ms", 2_000.0), List.of());
            Step withoutIt = new Step(3, 50, 1.0, 0.0, Map.of(), List.of());

            assertThat(own.evaluate(slow, atLimit, withoutIt).facts(StepViolation.class))
                    .containsExactly(new StepViolation(1, "slowest_requests"));
        }
    }

    /** Within budget, and wrong all the same: such a step must not end up as supported capacity. */
    @Test
    void aStepWithAViolationOfAPolicysOwnDoesNotPass() {
        Step step = new Step(1, 50, 1.0, 0.0, Map.of(), List.of());
        StepViolation own = new StepViolation(1, "slowest_requests");

        RuleRun run = RULES.evaluate(LIMITS, new SustainedSteps(2), step, own);
        assertThat(run.facts(PassingStep.class)).isEmpty();
        assertThat(run.facts(SupportedStep.class)).isEmpty();
        assertThat(run.facts(CapacityOutcome.class)).containsExactly(new CapacityOutcome("none"));
        assertThat(RULES.evaluate(LIMITS, new SustainedSteps(2), step).facts(PassingStep.class))
                .containsExactly(new PassingStep(1));
    }

    private static List<StepLimits> limits(Object... facts) {
        return RULES.evaluate(facts).facts(StepLimits.class);
    }

    private static List<SustainedSteps> sustained(Object... facts) {
        return RULES.evaluate(facts).facts(SustainedSteps.class);
    }

    private static List<PassingStep> passing(Object... facts) {
        return RULES.evaluate(facts).facts(PassingStep.class);
    }

    private static List<FailingStep> failing(Object... facts) {
        return RULES.evaluate(facts).facts(FailingStep.class);
    }

    private static List<String> violations(Object... facts) {
        return RULES.evaluate(facts).facts(StepViolation.class).stream()
                .map(StepViolation::kind)
                .toList();
    }

    private static Release release(@Nullable String service, @Nullable String environment) {
        return new Release(service, environment, null, Map.of());
    }

    private static CallerCapacityBudget caller(@Nullable Double p95Ms, @Nullable Double errorRate) {
        return new CallerCapacityBudget(new CapacityBudget(Limit.ofCaller(p95Ms), Limit.ofCaller(errorRate)));
    }

    private static Step step(@Nullable Double p95Ms, @Nullable Double errorRate) {
        List<String> missing = new ArrayList<>();
        if (p95Ms == null) {
            missing.add("p95_ms");
        }
        if (errorRate == null) {
            missing.add("error_rate");
        }
        return new Step(1, 50, p95Ms, errorRate, Map.of(), missing);
    }
}
