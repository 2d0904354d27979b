package dev.shipgate.retrystorm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shipgate.decision.Release;
import dev.shipgate.number.OutOfRangeException;
import dev.shipgate.policy.compile.TestRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A rule that makes looser limits of its own hides no storm. */
class LooserStormLimitsTest {

    private static final TrafficPoint STORM = TrafficPoint.of(7L, 10L, null, 30L, 0.5, Map.of());

    private static final String LOOSE = """
            package shipgate.retrystorm
            import dev.shipgate.retrystorm.StormLimits
            import dev.shipgate.retrystorm.Thresholds
            rule "looser limits" salience %d
            when
                %s
            then
                %s
                insert(new StormLimits(1000000.0, 1.0, null));
            end
            """;

    @ParameterizedTest
    @ValueSource(ints = {10, 0, -5, -7, -10, -20})
    void besideTheShippedLimitsLooserOnesDoNotMakeAStormCalm(int salience) {
        RetryStormAnswer answer = answer(LOOSE.formatted(salience, "Thresholds()", ""));

        assertThat(answer.alerts()).extracting(RetryStormAnswer.Alert::minute).containsExactly(7L);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "none",
            value = {"10, none", "0, none", "-7, true", "-20, true"})
    void inThePlaceOfThresholdsLooserLimitsMakeNothingCalm(int salience, @Nullable Boolean storm) {
        RetryStormAnswer answer = answer(LOOSE.formatted(salience, "$usual : Thresholds()", "delete($usual);"));

        assertThat(answer.points()).extracting(RetryStormAnswer.PointRow::storm).containsExactly(storm);
    }

    @Test
    void noRuleMayChangeTheLimits() {
        assertThatThrownBy(() -> answer("""
                        package shipgate.retrystorm
                        import dev.shipgate.retrystorm.StormLimits
                        rule "loosened" when $held : StormLimits() then delete($held); end
                        """)).isInstanceOf(AssertionError.class).hasMessageContaining("StormLimits");
    }

    @Test
    void moreThanAnyNumberIsTheLargestAndNoNumberIsRefused() {
        assertThat(new StormLimits(Double.POSITIVE_INFINITY, 0.1, null).attemptRatio())
                .isEqualTo(Double.MAX_VALUE);
        assertThatThrownBy(() -> new StormLimits(Double.NaN, 0.1, null)).isInstanceOf(OutOfRangeException.class);
        assertThatThrownBy(() -> new StormLimits(1, 1.5, null)).isInstanceOf(OutOfRangeException.class);
        assertThatThrownBy(() -> new StormLimits(1, 0.5, -0.1)).isInstanceOf(OutOfRangeException.class);
    }

    private static RetryStormAnswer answer(String rule) {
        Release release = new Release(null, null, null, Map.of());
        CallerThresholds asked = new CallerThresholds(null, null);
        RetryStormRequest request = new RetryStormRequest(release, null, List.of(STORM), asked, null, true);
        List<Object> facts = new ArrayList<>(List.of(release, asked, STORM));
        try (TestRules rules = TestRules.shippedWith("retry-storm", Map.of("retry-storm/loose.drl", rule))) {
            return RetryStormAnswerBuilder.of(request, rules.evaluate(facts), true);
        }
    }
}
