package dev.shipgate.capacity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.shipgate.decision.Release;
import dev.shipgate.decision.evidence.Contradiction;
import dev.shipgate.policy.Findings;
import dev.shipgate.policy.PolicyEvaluationException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Where rules contradict one another nothing is supported, and both are named. */
class ContradictingStepsTest {

    @Test
    void withoutContradictionsTheFirstTwoStepsAreSupported() {
        CapacityAnswer answer = answer(judged());

        assertThat(answer.outcome()).isEqualTo("supported");
        assertThat(answer.maxSupportedConcurrency()).isEqualTo(100);
        assertThat(answer.contradictions()).isEmpty();
    }

    @Test
    void aStepThatPassesAndViolatesSupportsNothing() {
        assertNothingIsSupported(
                judged().by("too hot", new StepViolation(1, "temperature")),
                "The rule \"within\" says that step 1 passes, and the rule \"too hot\" says that it does not.");
    }

    @Test
    void alsoOneAfterTheBreak() {
        assertNothingIsSupported(
                judged().by("lenient", new PassingStep(3)),
                "The rule \"lenient\" says that step 3 passes, and the rule \"over\" says that it does not.");
    }

    @Test
    void aStepThatPassesAndFailsSupportsNothing() {
        assertNothingIsSupported(
                judged().by("own", new FailingStep(2)),
                "The rule \"within\" says that step 2 passes, and the rule \"own\" says that it does not.");
    }

    @Test
    void aSupportedStepThatFailsOrFollowsTheBreakSupportsNothing() {
        assertNothingIsSupported(
                judged().by("hopeful", new SupportedStep(3)),
                "The rule \"hopeful\" says that step 3 is supported, and the rule \"over\" says that it does not pass.",
                "The rule \"hopeful\" says that step 3, or a later one, is supported,"
                        + " and the rule \"break\" says that the service broke there.");
    }

    @Test
    void confirmedCapacityThatIsUnconfirmedSupportsNothing() {
        Findings findings = new Findings()
                .by("within", new PassingStep(1), new PassingStep(2))
                .by("over", new StepViolation(3, "latency"))
                .by("two", new SustainedSteps(2))
                .by("last", new SupportedStep(2))
                .by("unsure", new CapacityOutcome("unconfirmed"))
                .by("sure", new ConfirmedCapacity());

        assertNothingIsSupported(
                findings,
                "The rule \"sure\" says that capacity is confirmed, and the rule \"unsure\" says that it is not.");
    }

    @Test
    void severalOutcomesMakeNoAnswerAndTheirRulesAreNamed() {
        assertThatThrownBy(() -> answer(judged().by("own", new CapacityOutcome("at_least"))))
                .isInstanceOf(PolicyEvaluationException.class)
                .hasMessage("The rule \"own\" found what cannot be put into an answer."
                        + " The rules found several outcomes: at_least by \"own\", supported by \"outcome\".");
    }

    @Test
    void anOutcomeBesideOneThatDeniesItSupportsNothing() {
        assertNothingIsSupported(
                judged().by("sure", new ConfirmedCapacity()).by("own", new CapacityOutcome("none")),
                "The rule \"sure\" says that capacity is confirmed, and the rule \"own\" says that it is not.");
    }

    @ParameterizedTest
    @MethodSource
    void aFindingOnAnAbsentStepMakesNoAnswerAndItsRuleIsNamed(Object finding) {
        PolicyEvaluationException thrown =
                catchThrowableOfType(PolicyEvaluationException.class, () -> answer(judged().by("own", finding)));

        assertThat(thrown)
                .hasMessage("The rule \"own\" found what cannot be put into an answer."
                        + " It is about step 99, and there are 3.");
        assertThat(Objects.requireNonNull(thrown.failed()).facts())
                .isEqualTo(Map.of(finding.getClass().getSimpleName(), finding));
        assertThat(thrown.forLog())
                .isEqualTo("The rule \"own\" found what cannot be put into an answer."
                        + " At test/test.drl:1: the consequence of \"own\": A finding cannot be true.");
        assertThat(thrown.lastFirings())
                .extracting(firing -> firing.rule().rule())
                .endsWith("own");
    }

    static List<Object> aFindingOnAnAbsentStepMakesNoAnswerAndItsRuleIsNamed() {
        return List.of(
                new PassingStep(99),
                new FailingStep(99),
                new StepViolation(99, "latency"),
                new Break(99),
                new SupportedStep(99),
                new CapacityWarning(99, "own", "Own."));
    }

    private static void assertNothingIsSupported(Findings findings, String... details) {
        CapacityAnswer answer = answer(findings);
        assertThat(answer.outcome()).isEqualTo("none");
        assertThat(answer.maxSupportedConcurrency()).isNull();
        assertThat(answer.contradictions()).extracting(Contradiction::detail).containsExactly(details);
    }

    /** Two steps pass, the third is over its limit. */
    private static Findings judged() {
        return new Findings()
                .by("within", new PassingStep(1), new PassingStep(2))
                .by("over", new StepViolation(3, "latency"), new FailingStep(3))
                .by("one", new SustainedSteps(1))
                .by("break", new Break(3))
                .by("last", new SupportedStep(2))
                .by("outcome", new CapacityOutcome("supported"));
    }

    private static CapacityAnswer answer(Findings findings) {
        List<Step> steps = List.of(step(1, 50), step(2, 100), step(3, 150));
        CapacityRequest request = new CapacityRequest(
                new Release(null, null, null, Map.of()),
                null,
                steps,
                new CapacityBudget(),
                new CallerSustainedSteps(null),
                null,
                "");
        return CapacityAnswerBuilder.of(request, findings.run());
    }

    private static Step step(int number, long concurrency) {
        return new Step(number, concurrency, 1.0, 0.0, Map.of(), List.of());
    }
}
