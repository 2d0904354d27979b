package dev.shipgate.capacity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shipgate.capacity.CapacityAnswer.LimitsRow;
import dev.shipgate.decision.Limit;
import dev.shipgate.policy.Findings;
import org.junit.jupiter.api.Test;

/** The limits that steps were held against, and who set them. */
class HeldLimitsTest {

    private static final CapacityBudget NOTHING = new CapacityBudget();

    private static final CapacityBudget OF_POLICY =
            new CapacityBudget().p95Ms(800).errorRate(0.01);

    private static final CapacityBudget OF_CALLER = new CapacityBudget(Limit.ofCaller(700.0), Limit.ofCaller(0.02));

    private static LimitsRow limits(CapacityBudget asked, Findings findings) {
        return HeldLimits.of(asked, findings.run());
    }

    @Test
    void ofMergedBudgetsTheRuleThatFirstSetALimitIsNamed() {
        CapacityBudget stricter = new CapacityBudget(Limit.ofCaller(700.0), Limit.ofPolicy(0.01));

        assertThat(limits(
                        OF_CALLER,
                        new Findings()
                                .takenBack("production", OF_POLICY)
                                .takenBack("callers count", OF_CALLER)
                                .by("stricter", stricter)
                                .by("held", StepLimits.of(stricter))))
                .isEqualTo(new LimitsRow(700.0, "caller", null, 0.01, "policy", "production"));
    }

    @Test
    void ofSeveralLimitsTheStrictestIsTold() {
        assertThat(limits(
                        NOTHING,
                        new Findings()
                                .by("loose", new StepLimits(900.0, 0.01))
                                .by("strict", new StepLimits(800.0, 0.02))))
                .isEqualTo(new LimitsRow(800.0, "policy", "strict", 0.01, "policy", "loose"));
    }

    @Test
    void limitsWithoutABudgetAreThePolicysUnlessTheCallerAsked() {
        Findings direct = new Findings().by("as the caller says", new StepLimits(700.0, 0.01));

        assertThat(limits(OF_CALLER, direct))
                .isEqualTo(new LimitsRow(700.0, "caller", null, 0.01, "policy", "as the caller says"));
    }

    @Test
    void aLimitThatOnlyABudgetHasDidNotHold() {
        assertThat(limits(OF_CALLER, new Findings().by("production", OF_POLICY).by("held", new StepLimits(null, 0.01))))
                .isEqualTo(new LimitsRow(null, null, null, 0.01, "policy", "production"));
    }

    @Test
    void withoutLimitsNoneIsTold() {
        assertThat(limits(OF_CALLER, new Findings())).isEqualTo(new LimitsRow(null, null, null, null, null, null));
    }
}
