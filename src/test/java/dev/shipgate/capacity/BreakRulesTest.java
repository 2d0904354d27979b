package dev.shipgate.capacity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shipgate.policy.compile.TestRules;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The shipped rules of breaks, each by itself: the facts on which it fires, and those on which it must not. */
class BreakRulesTest {

    @RegisterExtension
    static final TestRules RULES = TestRules.shipped("capacity");

    /** So many failing steps in a row are not in these tests. */
    private static final SustainedSteps ENOUGH = new SustainedSteps(9);

    @Test
    void aFailingStepAfterOneThatDoesNotFailStartsARun() {
        assertThat(facts(FailureRun.class, new FailingStep(2), new FailingStep(3), new FailingStep(7)))
                .containsExactlyInAnyOrder(FailureRun.startingAt(2), FailureRun.startingAt(7));
        assertThat(facts(FailureRun.class, new PassingStep(2))).isEmpty();
    }

    @Test
    void aRunGrowsByTheFailingStepsAfterItUntilItIsSustained() {
        FailureRun run = FailureRun.startingAt(1);

        assertThat(facts(
                        FailureRun.class,
                        new SustainedSteps(3),
                        new FailingStep(1),
                        new FailingStep(2),
                        new FailingStep(4)))
                .containsExactlyInAnyOrder(run.longer(), FailureRun.startingAt(4));
        assertThat(facts(
                        FailureRun.class,
                        new SustainedSteps(2),
                        new FailingStep(1),
                        new FailingStep(2),
                        new FailingStep(3)))
                .containsExactly(run.longer());
        assertThat(facts(FailureRun.class, new SustainedSteps(1), new FailingStep(1), new FailingStep(2)))
                .containsExactly(run);
    }

    @Test
    void aRunThatIsLongEnoughIsASustainedViolation() {
        FailureRun ofTwo = FailureRun.startingAt(4).longer();

        assertThat(facts(SustainedViolation.class, new SustainedSteps(2), ofTwo))
                .containsExactly(new SustainedViolation(4));
        assertThat(facts(SustainedViolation.class, new SustainedSteps(1), ofTwo))
                .containsExactly(new SustainedViolation(4));
        assertThat(facts(SustainedViolation.class, new SustainedSteps(3), ofTwo))
                .isEmpty();
    }

    @Test
    void theServiceBreaksWhereTheFirstSustainedViolationStarts() {
        assertThat(facts(Break.class, new SustainedViolation(9), new SustainedViolation(4), new SustainedViolation(6)))
                .containsExactly(new Break(4));
        assertThat(facts(Break.class, FailureRun.startingAt(4))).isEmpty();
    }

    @Test
    void theLastPassingStepBeforeTheBreakIsSupported() {
        assertThat(facts(SupportedStep.class, new Break(4), new PassingStep(2), new PassingStep(1), new PassingStep(5)))
                .containsExactly(new SupportedStep(2));
        assertThat(facts(SupportedStep.class, new Break(1), new PassingStep(2))).isEmpty();
    }

    @Test
    void theLastPassingStepIsSupportedIfTheServiceNeverBroke() {
        assertThat(facts(SupportedStep.class, new PassingStep(1), new PassingStep(5), new FailingStep(6)))
                .containsExactly(new SupportedStep(5));
        assertThat(facts(SupportedStep.class, new FailingStep(1))).isEmpty();
    }

    @Test
    void capacityIsSupportedIfABreakBoundsIt() {
        assertThat(outcomes(new SupportedStep(3), new Break(4))).containsExactly("supported");
        assertThat(outcomes(new SupportedStep(3))).doesNotContain("supported");
        assertThat(outcomes(new Break(4))).doesNotContain("supported");
    }

    @Test
    void capacityIsAtLeastThatOfTheLastStepIfNothingFailsAfterIt() {
        assertThat(outcomes(ENOUGH, new SupportedStep(3), new FailingStep(2))).containsExactly("at_least");
        assertThat(outcomes(ENOUGH, new SupportedStep(3), new FailingStep(4))).doesNotContain("at_least");
        assertThat(outcomes(ENOUGH, new SupportedStep(3), new Break(4))).doesNotContain("at_least");
        assertThat(outcomes(new SupportedStep(3))).doesNotContain("at_least");
    }

    @Test
    void capacityIsUnconfirmedIfTheTestEndsInAFailureThatIsNoBreak() {
        assertThat(outcomes(new SupportedStep(3), new FailingStep(4), new FailingStep(5)))
                .containsExactly("unconfirmed");
        assertThat(outcomes(new SupportedStep(3), new FailingStep(2))).doesNotContain("unconfirmed");
        assertThat(outcomes(new SupportedStep(3), new FailingStep(4), new Break(4)))
                .doesNotContain("unconfirmed");
    }

    @Test
    void thereIsNoCapacityIfNoStepIsSupported() {
        assertThat(outcomes()).containsExactly("none");
        assertThat(outcomes(new Break(1), new FailingStep(1), new PassingStep(2)))
                .containsExactly("none");
        assertThat(outcomes(new SupportedStep(3))).doesNotContain("none");
    }

    @Test
    void onlyCapacityThatIsSupportedOrAtLeastSoMuchIsConfirmed() {
        assertThat(confirmations(new SupportedStep(3), new Break(4))).hasSize(1);
        assertThat(confirmations(ENOUGH, new SupportedStep(3))).hasSize(1);
        assertThat(confirmations(new SupportedStep(3), new FailingStep(4))).isEmpty();
        assertThat(confirmations()).isEmpty();
    }

    private static List<ConfirmedCapacity> confirmations(Object... facts) {
        return facts(ConfirmedCapacity.class, facts);
    }

    private static <T> List<T> facts(Class<T> type, Object... facts) {
        return RULES.evaluate(facts).facts(type);
    }

    private static List<String> outcomes(Object... facts) {
        return facts(CapacityOutcome.class, facts).stream()
                .map(CapacityOutcome::outcome)
                .toList();
    }
}
