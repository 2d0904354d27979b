package dev.shipgate.retrystorm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shipgate.policy.Findings;
import dev.shipgate.retrystorm.RetryStormAnswer.WarningRow;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A rule that puts looser thresholds in the place of those that the caller asked for is told of. */
class LoosenedThresholdsTest {

    private static final CallerThresholds NOTHING_ASKED = new CallerThresholds(null, null);
    private static final Thresholds LOOSE = new Thresholds(3, 0.05).timesUsual(1.5);

    @Test
    void looserThresholdsThanTheCallerAskedForAreTold() {
        assertThat(warnings(new CallerThresholds(2.0, 0.01)))
                .containsExactly(told("The caller asked for an attempt ratio of 2 and an error rate of 0.01. "
                        + "In its place hold an attempt ratio of 3 and an error rate of 0.05."));
        assertThat(warnings(new CallerThresholds(2.0, null)))
                .containsExactly(told("The caller asked for an attempt ratio of 2. "
                        + "In its place hold an attempt ratio of 3 and an error rate of 0.05."));
        assertThat(warnings(new CallerThresholds(null, 0.01)))
                .containsExactly(told("The caller asked for an error rate of 0.01. "
                        + "In its place hold an attempt ratio of 3 and an error rate of 0.05."));
    }

    @Test
    void thresholdsOfThePolicyForAServiceAreNotToldInEachAnswer() {
        assertThat(warnings(NOTHING_ASKED)).isEmpty();
    }

    @Test
    void ofThresholdsAsStrictAsAskedForNothingIsSaid() {
        assertThat(warnings(new CallerThresholds(3.0, 0.05))).isEmpty();
        assertThat(warnings(new CallerThresholds(99.0, null))).isEmpty();
        assertThat(LoosenedThresholds.warnings(
                        new CallerThresholds(2.0, null),
                        new Findings()
                                .by("loose", LOOSE)
                                .by("strict", new Thresholds(2, 0.05))
                                .run()))
                .isEmpty();
    }

    @Test
    void whereNoneHoldNothingIsSaidAsThatBlocks() {
        assertThat(LoosenedThresholds.warnings(new CallerThresholds(2.0, null), new Findings().run()))
                .isEmpty();
    }

    private static Stream<WarningRow> warnings(CallerThresholds asked) {
        Thresholds shipped =
                new Thresholds(asked.attemptRatioOr(1.8), asked.dependencyErrorRateOr(0.05)).timesUsual(1.5);
        return LoosenedThresholds.warnings(
                asked,
                new Findings().takenBack("usual", shipped).by("calm", LOOSE).run());
    }

    private static WarningRow told(String detail) {
        return new WarningRow(null, "limit_loosened", "calm", detail);
    }
}
