package dev.shipgate.capacity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shipgate.capacity.CapacityAnswer.WarningRow;
import dev.shipgate.policy.Findings;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A limit that a rule puts in the place of a stricter one is told. */
class LoosenedLimitsTest {

    private static final CapacityBudget BUDGET = new CapacityBudget().p95Ms(800).errorRate(0.01);

    @Test
    void aBudgetThatIsPutInThePlaceOfAStricterOneIsTold() {
        CapacityBudget loose = new CapacityBudget().p95Ms(9000).errorRate(0.01);

        assertThat(warnings(new Findings()
                        .takenBack("production", BUDGET)
                        .by("generous", loose)
                        .by("held", StepLimits.of(loose))))
                .containsExactly(warning(
                        "generous",
                        "In the place of a limit of 800 for the p95 latency in ms, which the rule \"production\" had set,"
                                + " 9000 holds."));
    }

    @Test
    void alsoLimitsOfStepsThatNoBudgetHas() {
        assertThat(warnings(new Findings().takenBack("production", BUDGET).by("generous", new StepLimits(800.0, null))))
                .containsExactly(warning(
                        "generous",
                        "In the place of a limit of 0.01 for the error rate, which the rule \"production\" had set,"
                                + " none holds."));
    }

    @Test
    void moreFailingStepsThanTheCallerAskedForAreTold() {
        Findings patient =
                new Findings().takenBack("asked", new SustainedSteps(1)).by("patient", new SustainedSteps(99));

        assertThat(warnings(1, patient))
                .containsExactly(warning(
                        "patient", "A break takes 99 failing steps in a row, and not 1, which the caller asked for."));
        assertThat(warnings(99, patient)).isEmpty();
        assertThat(warnings(patient)).isEmpty();
    }

    @Test
    void ofSeveralNumbersOfFailingStepsTheSmallestIsToldWithItsRule() {
        Findings both = new Findings().by("patient", new SustainedSteps(99)).by("less patient", new SustainedSteps(5));

        assertThat(warnings(1, both))
                .containsExactly(warning(
                        "less patient",
                        "A break takes 5 failing steps in a row, and not 1, which the caller asked for."));
    }

    @Test
    void ofWhatIsAsStrictNothingIsSaid() {
        CapacityBudget strict = new CapacityBudget().p95Ms(800).errorRate(0.001);

        assertThat(warnings(new Findings()
                        .takenBack("production", BUDGET)
                        .takenBack("caller", new CapacityBudget().errorRate(0.001))
                        .by("stricter", strict)
                        .by("held", StepLimits.of(strict))
                        .takenBack("asked", new SustainedSteps(2))
                        .by("impatient", new SustainedSteps(1))))
                .isEmpty();
    }

    private static List<WarningRow> warnings(Findings findings) {
        return warnings(null, findings);
    }

    private static List<WarningRow> warnings(@Nullable Integer askedSteps, Findings findings) {
        return LoosenedLimits.warnings(new CallerSustainedSteps(askedSteps), findings.run());
    }

    private static WarningRow warning(String rule, String detail) {
        return new WarningRow(null, null, "limit_loosened", rule, detail);
    }
}
