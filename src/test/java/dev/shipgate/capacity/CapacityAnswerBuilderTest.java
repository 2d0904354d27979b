package dev.shipgate.capacity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shipgate.capacity.CapacityAnswer.StepRow;
import dev.shipgate.decision.Release;
import dev.shipgate.policy.Finding;
import dev.shipgate.policy.RuleInfo;
import dev.shipgate.policy.RuleRun;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The safeguards that the answer holds against rules that claim more than they found. */
class CapacityAnswerBuilderTest {

    private static final RuleInfo RULE =
            new RuleInfo("a rule of a policy's own", "shipgate.capacity", "capacity/own.drl", 1, Map.of(), "");

    @Test
    void capacityIsNotAtLeastWhatItIsIfALaterStepFails() {
        assertThat(outcome(
                        new PassingStep(1),
                        new StepViolation(2, "latency"),
                        new SustainedSteps(2),
                        new SupportedStep(1),
                        new CapacityOutcome("at_least")))
                .isEqualTo("unconfirmed");
    }

    @Test
    void theRuleBehindTheOutcomeIsNamedUnlessItIsOverruled() {
        Object[] atLeast = {
            new PassingStep(1), new SustainedSteps(1), new SupportedStep(1), new CapacityOutcome("at_least")
        };

        assertThat(answer(1, atLeast).outcomeRule()).isEqualTo("a rule of a policy's own");
        assertThat(answer(2, atLeast).outcome()).isEqualTo("none");
        assertThat(answer(2, atLeast).outcomeRule()).isNull();
    }

    @Test
    void capacityIsNotSupportedWithoutABreakIfALaterStepFails() {
        assertThat(outcome(
                        new PassingStep(1),
                        new StepViolation(2, "latency"),
                        new SustainedSteps(2),
                        new SupportedStep(1),
                        new CapacityOutcome("supported")))
                .isEqualTo("unconfirmed");
    }

    @Test
    void capacityIsAtLeastThatOfTheLastStepIfOnlyAnEarlierOneFails() {
        assertThat(outcome(
                        new StepViolation(1, "latency"),
                        new PassingStep(2),
                        new SustainedSteps(2),
                        new SupportedStep(2),
                        new CapacityOutcome("at_least")))
                .isEqualTo("at_least");
    }

    @Test
    void nothingIsSupportedIfTheBreakIsNotTheFirstSustainedViolation() {
        Object[] lateBreak = {
            new PassingStep(1),
            new StepViolation(2, "latency"),
            new StepViolation(3, "latency"),
            new PassingStep(4),
            new StepViolation(5, "latency"),
            new StepViolation(6, "latency"),
            new SustainedSteps(2),
            new Break(5),
            new SupportedStep(4),
            new CapacityOutcome("supported")
        };

        assertThat(answer(6, lateBreak).outcome()).isEqualTo("none");
        assertThat(answer(6, lateBreak).maxSupportedConcurrency()).isNull();
    }

    @Test
    void aBreakBeforeWhatIsSustainedIsStricterAndCounts() {
        assertThat(answer(
                                3,
                                new PassingStep(1),
                                new StepViolation(2, "latency"),
                                new StepViolation(3, "latency"),
                                new SustainedSteps(2),
                                new Break(2),
                                new SupportedStep(1),
                                new CapacityOutcome("supported"))
                        .maxSupportedConcurrency())
                .isEqualTo(50);
        assertThat(answer(
                                2,
                                new PassingStep(1),
                                new StepViolation(2, "latency"),
                                new SustainedSteps(2),
                                new Break(2),
                                new SupportedStep(1),
                                new CapacityOutcome("supported"))
                        .maxSupportedConcurrency())
                .isEqualTo(50);
    }

    @Test
    void aRowTellsTheBoundsOfALatencyThatIsNotKnown() {
        Map<String, Double> bounds = Map.of("p95_ms", 1_750.0, "p95_at_least_ms", 1_000.0, "p95_at_most_ms", 2_500.0);
        Step step = new Step(1, 50, null, 0.001, bounds, List.of());

        assertThat(answer(List.of(step), new StepViolation(1, "latency_not_known"))
                        .steps())
                .containsExactly(new StepRow(
                        50, false, "isolated_violation", List.of("latency_not_known"), null, 1_000.0, 2_500.0, 0.001));
    }

    private static String outcome(Object... findings) {
        return answer(2, findings).outcome();
    }

    private static CapacityAnswer answer(int steps, Object... findings) {
        return answer(
                IntStream.rangeClosed(1, steps)
                        .mapToObj(CapacityAnswerBuilderTest::step)
                        .toList(),
                findings);
    }

    private static CapacityAnswer answer(List<Step> steps, Object... findings) {
        CapacityRequest request = new CapacityRequest(
                new Release(null, null, null, Map.of()),
                null,
                steps,
                new CapacityBudget(),
                new CallerSustainedSteps(2),
                null,
                "");
        return CapacityAnswerBuilder.of(
                request,
                new RuleRun(
                        List.of(),
                        Stream.of(findings)
                                .<Finding<?>>map(fact -> new Finding<>(fact, RULE))
                                .toList(),
                        List.of()));
    }

    private static Step step(int number) {
        return new Step(number, number * 50L, 400.0, 0.0, Map.of(), List.of());
    }
}
