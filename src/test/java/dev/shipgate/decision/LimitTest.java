package dev.shipgate.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class LimitTest {

    private static final Limit POLICY_5 = Limit.ofPolicy(5);
    private static final Limit CALLER_5 = new Limit(5, Limit.CALLER);
    private static final Limit CALLER_4 = new Limit(4, Limit.CALLER);
    private static final Limit CALLER_6 = new Limit(6, Limit.CALLER);

    @Test
    void whatThePolicyCalculatesIsTheNumberThatItMeans() {
        assertThat(Limit.ofPolicy(210 * 1.1).value()).isEqualTo(231);
        assertThat(new Limit(230.99999999999997, Limit.POLICY).value()).isEqualTo(231);
        assertThat(new Limit(231.00000000000003, Limit.CALLER).value()).isEqualTo(231.00000000000003);
    }

    @Test
    void theLowerOfTwoHoldsInEitherOrder() {
        assertThat(Limit.lower(POLICY_5, CALLER_4)).isEqualTo(CALLER_4);
        assertThat(Limit.lower(CALLER_4, POLICY_5)).isEqualTo(CALLER_4);
        assertThat(Limit.lower(POLICY_5, CALLER_6)).isEqualTo(POLICY_5);
        assertThat(Limit.lower(CALLER_6, POLICY_5)).isEqualTo(POLICY_5);
    }

    @Test
    void theHigherOfTwoHoldsInEitherOrder() {
        assertThat(Limit.higher(POLICY_5, CALLER_4)).isEqualTo(POLICY_5);
        assertThat(Limit.higher(CALLER_4, POLICY_5)).isEqualTo(POLICY_5);
        assertThat(Limit.higher(POLICY_5, CALLER_6)).isEqualTo(CALLER_6);
        assertThat(Limit.higher(CALLER_6, POLICY_5)).isEqualTo(CALLER_6);
    }

    @Test
    void equalLimitsCountAsThePolicysInEitherOrder() {
        assertThat(Limit.lower(POLICY_5, CALLER_5)).isEqualTo(POLICY_5);
        assertThat(Limit.lower(CALLER_5, POLICY_5)).isEqualTo(POLICY_5);
        assertThat(Limit.higher(POLICY_5, CALLER_5)).isEqualTo(POLICY_5);
        assertThat(Limit.higher(CALLER_5, POLICY_5)).isEqualTo(POLICY_5);
    }

    @Test
    void zeroIsZeroWithEitherSign() {
        Limit callerMinusZero = new Limit(-0.0, Limit.CALLER);
        assertThat(Limit.lower(Limit.ofPolicy(0), callerMinusZero)).isEqualTo(Limit.ofPolicy(0));
        assertThat(Limit.higher(Limit.ofPolicy(-0.0), new Limit(0, Limit.CALLER)))
                .isEqualTo(Limit.ofPolicy(-0.0));
    }

    @Test
    void theOnlyOneThereIsHolds() {
        assertThat(Limit.lower(null, CALLER_4)).isEqualTo(CALLER_4);
        assertThat(Limit.lower(POLICY_5, null)).isEqualTo(POLICY_5);
        assertThat(Limit.higher(null, CALLER_4)).isEqualTo(CALLER_4);
        assertThat(Limit.higher(POLICY_5, null)).isEqualTo(POLICY_5);
        assertThat(Limit.lower(null, null)).isNull();
        assertThat(Limit.higher(null, null)).isNull();
    }

    @Test
    void aLimitThatIsNoNumberIsRefused() {
        assertThatThrownBy(() -> Limit.ofPolicy(Double.NaN)).hasMessage("The limit (NaN) must be a number.");
        assertThatThrownBy(() -> Limit.ofPolicy(Double.POSITIVE_INFINITY))
                .hasMessage("The limit (Infinity) must be a number.");
    }

    /** As binary numbers, 1.5 * 1.6 is 2.4000000000000004: one and a half times the usual would not reach it. */
    @Test
    void soManyTimesANumberIsWhatPeopleCalculate() {
        assertThat(Limit.times(1.5, 1.6)).isEqualTo(2.4);
        assertThat(Limit.times(3, 0.06)).isEqualTo(0.18);
        assertThat(Limit.times(1.5, Math.nextUp(2.0))).isGreaterThan(3);
        assertThat(Limit.times(2, Double.NaN)).isNaN();
    }

    @Test
    void noLimitHasNoValueAndNoSource() {
        assertThat(Limit.valueOf(null)).isNull();
        assertThat(Limit.sourceOf(null)).isNull();
        assertThat(Limit.ofCaller(null)).isNull();
        assertThat(Limit.valueOf(CALLER_4)).isEqualTo(4.0);
        assertThat(Limit.sourceOf(CALLER_4)).isEqualTo("caller");
    }
}
