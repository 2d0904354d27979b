package dev.shipgate.loadgate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shipgate.decision.Limit;
import dev.shipgate.loadgate.Check.Outcome;
import dev.shipgate.policy.InvalidFindingException;
import org.junit.jupiter.api.Test;

class CheckTest {

    @Test
    void theMarginIsTheRoomThatIsLeftAsAPartOfTheLimit() {
        assertThat(Check.pass("find", "latency", 600, 800, "policy").margin()).isEqualTo(0.25);
        assertThat(Check.pass("find", "latency", 800, 800, "policy").margin()).isZero();
        assertThat(Check.fail("find", "latency", 900, 800, "policy", "p95").margin())
                .isEqualTo(-0.125);
    }

    @Test
    void aMarginHasNoBinaryNoise() {
        assertThat(Check.pass("find", "errors", 0.0082, 0.01, "policy").margin())
                .isEqualTo(0.18);
        assertThat(Check.fail("find", "errors", 0.39749430523917995, 0.01, "policy", "error rate")
                        .margin())
                .isEqualTo(-38.7494);
    }

    @Test
    void theSentenceHasNoBinaryNoiseAndTellsTheValueFromItsLimit() {
        assertThat(Check.fail("find", "errors", 0.39749430523917995, 0.01, "policy", "error rate")
                        .sentence())
                .isEqualTo("error rate is 0.397494, over the limit of 0.01 by 3870 %.");
        assertThat(Check.fail("find", "latency", 231.00000000000003, 231, "policy", "p95 latency in ms")
                        .sentence())
                .isEqualTo("p95 latency in ms is 231, over the limit of 231.");
        assertThat(Check.fail("find", "latency", 231.0000000001, 210 * 1.1, "policy", "p95 latency in ms")
                        .sentence())
                .isEqualTo("p95 latency in ms is 231.0000000001, over the limit of 231.");
    }

    @Test
    void aLimitThatThePolicyCalculatesIsTheNumberThatItMeans() {
        assertThat(Check.pass("find", "latency", 200, 210 * 1.1, "policy").limit())
                .isEqualTo(231);
        assertThat(Check.pass("find", "rows", 200, 1234567, "policy").limit()).isEqualTo(1234567);
        assertThat(Check.pass("find", "latency", 200, 210 * 1.1, "caller").limit())
                .isEqualTo(231.00000000000003);
    }

    @Test
    void theMarginIsNegativeBeyondALimitBelowZeroToo() {
        assertThat(Check.failAtLeast("find", "gain", -0.2, -0.1, "policy", "gain")
                        .margin())
                .isEqualTo(-1);
        assertThat(Check.pass("find", "drift", -5, -4, "policy").margin()).isEqualTo(0.25);
        assertThat(Check.passAtLeast("find", "gain", -0.05, -0.1, "policy").margin())
                .isEqualTo(0.5);
    }

    @Test
    void aLimitOfZeroHasNoMargin() {
        assertThat(Check.pass("find", "errors", 0, 0, "policy").margin()).isNull();
        assertThat(Check.pass("find", "errors", 0, -0.0, "policy").margin()).isNull();
    }

    @Test
    void aMarginBeyondAllNumbersIsNone() {
        assertThat(Check.fail("find", "latency", 1e300, 1e-300, "caller", "p95").margin())
                .isNull();
    }

    @Test
    void withoutAnObservedValueOrALimitThereIsNoMargin() {
        assertThat(Check.notEvaluated("find", "latency", null, Limit.ofPolicy(800))
                        .margin())
                .isNull();
        assertThat(Check.notEvaluated("find", "latency", 600.0, null).margin()).isNull();
    }

    @Test
    void aCheckThatWasNotEvaluatedKeepsWhatIsKnown() {
        assertThat(Check.notEvaluated("find", "latency", null, new Limit(700, "caller")))
                .isEqualTo(new Check(
                        "find", "latency", Outcome.NOT_EVALUATED, null, 700.0, "caller", "latency", null, false));
    }

    @Test
    void theSentenceSaysByHowMuchTheLimitIsExceeded() {
        assertThat(Check.fail("find", "latency", 900, 800, "policy", "p95 latency in ms")
                        .sentence())
                .isEqualTo("p95 latency in ms is 900, over the limit of 800 by 12.5 %.");
        assertThat(Check.fail("find", "errors", 0.0004, 0.0003, "policy", "error rate")
                        .sentence())
                .isEqualTo("error rate is 0.0004, over the limit of 0.0003 by 33.3 %.");
    }

    @Test
    void theSentenceLeavesThePercentageOutWhereThereIsNone() {
        assertThat(Check.fail("find", "errors", 0.5, 0, "policy", "error rate").sentence())
                .isEqualTo("error rate is 0.5, over the limit of 0.");
        assertThat(Check.fail("find", "latency", 1e9, 1e-300, "caller", "p95").sentence())
                .isEqualTo("p95 is 1000000000, over the limit of 1E-300.");
    }

    @Test
    void theSentenceSaysByHowMuchALimitBelowZeroIsExceeded() {
        assertThat(Check.fail("find", "own", -1, -5, "policy", "own").sentence())
                .isEqualTo("own is -1, over the limit of -5 by 80 %.");
    }

    @Test
    void nothingPassesBeyondItsLimitUnlessARuleSaysWhatExcusesIt() {
        assertThatThrownBy(() -> Check.pass("find", "latency", 800.5, 800, "policy"))
                .isInstanceOf(InvalidFindingException.class)
                .hasMessage("The check latency of the route find cannot pass: 800.5 is not within the limit of 800."
                        + " Maybe Check.fail(...), or Check.excused(...) with what excuses it?");
        assertThat(Check.excused("find", "cost", 2, 1, "policy", "It is worth it."))
                .isEqualTo(
                        new Check("find", "cost", Outcome.PASS, 2.0, 1.0, "policy", "cost", "It is worth it.", false));
    }

    @Test
    void whatIsBelowALowerLimitCanBeExcusedTooAndKeepsItsMargin() {
        Check excused = Check.excusedAtLeast("say", "own", 1.5, 2, "policy", "The line is slow.");

        assertThat(excused)
                .isEqualTo(new Check("say", "own", Outcome.PASS, 1.5, 2.0, "policy", "own", "The line is slow.", true));
        assertThat(excused.margin()).isEqualTo(-0.25);
        assertThatThrownBy(() -> Check.passAtLeast("say", "own", 1.5, 2, "policy"))
                .hasMessage("The check own of the route say cannot pass: 1.5 is not within the limit of 2."
                        + " Maybe Check.failAtLeast(...), or Check.excusedAtLeast(...) with what excuses it?");
    }

    @Test
    void nothingFailsWithinItsLimit() {
        assertThatThrownBy(() -> Check.fail("find", "latency", 700, 800, "policy", "p95"))
                .isInstanceOf(InvalidFindingException.class)
                .hasMessage("The check latency of the route find cannot fail: 700 is not beyond the limit of 800."
                        + " Maybe Check.pass(...)?");
        assertThatThrownBy(() -> Check.fail("find", "latency", 800, 800, "policy", "p95"))
                .hasMessageContaining("cannot fail: 800 is not beyond the limit of 800.");
        assertThatThrownBy(() -> Check.failAtLeast("say", "own", 2, 2, "policy", "own"))
                .hasMessage("The check own of the route say cannot fail: 2 is not beyond the limit of 2."
                        + " Maybe Check.passAtLeast(...)?");
        assertThatThrownBy(() -> new Check("find", "own", Outcome.FAIL, null, 1.0, "policy", "own", null, false))
                .hasMessageContaining("cannot fail: missing is not beyond the limit of 1.");
    }

    @Test
    void nothingIsExcusedThatNeedsNoExcuse() {
        assertThatThrownBy(() -> Check.excused("find", "cost", 1, 1, "policy", "It is worth it."))
                .isInstanceOf(InvalidFindingException.class)
                .hasMessage("The check cost of the route find cannot be excused: 1 is not beyond the limit of 1."
                        + " Maybe Check.pass(...)?");
        assertThatThrownBy(() -> Check.excusedAtLeast("say", "own", 2, 2, "policy", "The line is slow."))
                .hasMessage("The check own of the route say cannot be excused: 2 is not beyond the limit of 2."
                        + " Maybe Check.passAtLeast(...)?");
        assertThatThrownBy(() -> new Check("find", "cost", Outcome.PASS, null, 1.0, "policy", "cost", "So.", false))
                .hasMessageContaining("missing is not beyond the limit of 1.");
    }

    @Test
    void nothingPassesWithoutAValueOrALimit() {
        assertThatThrownBy(() -> new Check("find", "cost", Outcome.PASS, null, 1.0, "policy", "cost", null, false))
                .hasMessageContaining("missing is not within the limit of 1.");
        assertThatThrownBy(() -> new Check("find", "cost", Outcome.PASS, 1.0, null, "policy", "cost", null, false))
                .hasMessageContaining("1 is not within the limit of missing.");
    }

    @Test
    void whatExcusesACheckHasToBeSaid() {
        assertThatThrownBy(() -> Check.excused("find", "cost", 2, 1, "policy", " "))
                .hasMessage("The check cost of the route find must say what excuses it.");
    }

    @Test
    void nothingPassesOrFailsByWhatIsNoNumber() {
        assertThatThrownBy(() -> Check.pass("find", "own", Double.NaN, 1, "policy"))
                .hasMessage("The observed value of a check (NaN) must be a number.");
        assertThatThrownBy(() -> Check.pass("find", "own", 1, Double.POSITIVE_INFINITY, "policy"))
                .hasMessage("The limit of a check (Infinity) must be a number.");
    }
}
