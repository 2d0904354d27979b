package dev.shipgate.retrystorm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shipgate.policy.Findings;
import dev.shipgate.retrystorm.RetryStormAnswer.WarningRow;
import org.junit.jupiter.api.Test;

/** What a rule puts in the place of stricter thresholds is told. */
class LoosenedThresholdsTest {

    private static final Thresholds USUAL = new Thresholds(1.8, 0.05).timesUsual(1.5);

    @Test
    void looserThresholdsAreTold() {
        assertThat(LoosenedThresholds.warnings(new Findings()
                        .takenBack("usual", USUAL)
                        .by("calm", new Thresholds(99, 0.99).timesUsual(1.5))
                        .run()))
                .containsExactly(new WarningRow(
                        null,
                        "limit_loosened",
                        "calm",
                        "In the place of an attempt ratio of 1.8, an error rate of 0.05 and 1.5 times the usual, which the"
                                + " rule \"usual\" had set, hold an attempt ratio of 99, an error rate of 0.99 and 1.5 times"
                                + " the usual."));
    }

    @Test
    void ofStricterOnesAndOnesThatOnlyNameAnotherLayerNothingIsSaid() {
        assertThat(LoosenedThresholds.warnings(new Findings()
                        .takenBack("usual", USUAL)
                        .by("strict", USUAL.amplification(9), new Thresholds(99, 0.99))
                        .run()))
                .isEmpty();
    }
}
