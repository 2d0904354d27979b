package dev.shipgate.retrystorm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shipgate.policy.Findings;
import dev.shipgate.retrystorm.RetryStormAnswer.ThresholdsRow;
import org.junit.jupiter.api.Test;

/** The thresholds that points were held against, and who set them. */
class HeldThresholdsTest {

    private static final CallerThresholds NOTHING_ASKED = new CallerThresholds(null, null);

    private static ThresholdsRow thresholds(CallerThresholds asked, Findings findings) {
        return HeldThresholds.of(asked, findings.run());
    }

    @Test
    void theRuleThatFirstSetAThresholdIsNamed() {
        assertThat(thresholds(
                        NOTHING_ASKED,
                        new Findings()
                                .takenBack("usual", new Thresholds(1.8, 0.05))
                                .by("search", new Thresholds(3, 0.05))
                                .by("storm", new StormLimits(3, 0.05, null))))
                .isEqualTo(new ThresholdsRow(3.0, "policy", "search", 0.05, "policy", "usual"));
    }

    @Test
    void whatTheCallerAskedForIsTheCallersAlsoWhereARulePutItIn() {
        assertThat(thresholds(
                        new CallerThresholds(2.0, null),
                        new Findings()
                                .by("usual", new Thresholds(2, 0.05))
                                .by("storm", new StormLimits(2, 0.05, null))))
                .isEqualTo(new ThresholdsRow(2.0, "caller", null, 0.05, "policy", "usual"));
    }

    @Test
    void otherThresholdsThanTheCallerAskedForAreThePolicys() {
        assertThat(thresholds(
                        new CallerThresholds(2.0, 0.01),
                        new Findings().by("calm", new Thresholds(3, 0.05)).by("storm", new StormLimits(3, 0.05, null))))
                .isEqualTo(new ThresholdsRow(3.0, "policy", "calm", 0.05, "policy", "calm"));
    }

    @Test
    void aMultipleOfWhatIsUsualIsOfTheRuleThatMultiplies() {
        assertThat(thresholds(
                        new CallerThresholds(1.8, null),
                        new Findings()
                                .by("usual", new Thresholds(1.8, 0.05))
                                .by("well beyond", new StormLimits(2.4, 0.05, 0.01))))
                .isEqualTo(new ThresholdsRow(2.4, "policy", "well beyond", 0.05, "policy", "usual"));
    }

    @Test
    void ofSeveralTheLowestIsTold() {
        assertThat(thresholds(
                        NOTHING_ASKED,
                        new Findings()
                                .by("few", new StormLimits(2, 0.1, null))
                                .by("failing", new StormLimits(3, 0.05, null))))
                .isEqualTo(new ThresholdsRow(2.0, "policy", "few", 0.05, "policy", "failing"));
    }

    @Test
    void withoutStormLimitsNoneIsTold() {
        assertThat(thresholds(new CallerThresholds(2.0, 0.01), new Findings().by("usual", new Thresholds(2, 0.01))))
                .isEqualTo(new ThresholdsRow(null, null, null, null, null, null));
    }
}
