package dev.shipgate.number;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class RangeTest {

    @Test
    void bothEndsBelongToARange() {
        assertThat(Range.RATIO.holds(0)).isTrue();
        assertThat(Range.RATIO.holds(1)).isTrue();
        assertThat(Range.DELTA.holds(-1)).isTrue();
        assertThat(Range.DELTA.holds(1)).isTrue();
        assertThat(Range.NOT_NEGATIVE.holds(0)).isTrue();
        assertThat(Range.NOT_NEGATIVE.holds(Double.MAX_VALUE)).isTrue();
        assertThat(Range.ANY.holds(-Double.MAX_VALUE)).isTrue();
    }

    @Test
    void theNextDoubleBeyondAnEndDoesNot() {
        assertThat(Range.RATIO.holds(Math.nextDown(0.0))).isFalse();
        assertThat(Range.RATIO.holds(Math.nextUp(1.0))).isFalse();
        assertThat(Range.DELTA.holds(Math.nextDown(-1.0))).isFalse();
        assertThat(Range.DELTA.holds(Math.nextUp(1.0))).isFalse();
        assertThat(Range.NOT_NEGATIVE.holds(Math.nextDown(0.0))).isFalse();
    }

    @Test
    void whatIsNoFiniteNumberBelongsToNoRange() {
        for (Range range : new Range[] {Range.ANY, Range.NOT_NEGATIVE, Range.RATIO, Range.DELTA}) {
            assertThat(range.holds(Double.NaN)).isFalse();
            assertThat(range.holds(Double.POSITIVE_INFINITY)).isFalse();
            assertThat(range.holds(Double.NEGATIVE_INFINITY)).isFalse();
        }
    }

    @Test
    void whatIsRequiredToBeInARangeIsGivenBack() {
        assertThat(Range.RATIO.require(0.25, "part")).isEqualTo(0.25);
        assertThat(Range.RATIO.require(-0.0, "part")).isEqualTo(0.0);
    }

    @Test
    void whatIsRequiredToBeInARangeAndIsNotIsRefusedWithItsName() {
        assertThatThrownBy(() -> Range.RATIO.require(5, "part of it"))
                .isInstanceOf(OutOfRangeException.class)
                .hasMessage("The part of it (5) must be a number between 0 and 1. Maybe it is a percentage?");
        assertThatThrownBy(() -> Range.ANY.require(Double.NaN, "limit"))
                .hasMessage("The limit (NaN) must be a number.");
    }

    @Test
    void aRatioThatLooksLikeAPercentageGetsAHint() {
        assertThat(Range.RATIO.hint(1.2)).isEqualTo(" Maybe it is a percentage?");
        assertThat(Range.RATIO.hint(100)).isEqualTo(" Maybe it is a percentage?");
        assertThat(Range.DELTA.hint(-2)).isEqualTo(" Maybe it is a percentage?");
    }

    @Test
    void aPercentageIsTheHundredthPartOfIt() {
        assertThat(Range.RATIO.partMeant(new BigDecimal("2.5"))).hasValue(new BigDecimal("0.025"));
        assertThat(Range.RATIO.partMeant(new BigDecimal("100"))).hasValue(BigDecimal.ONE);
        assertThat(Range.DELTA.partMeant(new BigDecimal("-2"))).hasValue(new BigDecimal("-0.02"));
        assertThat(Range.RATIO.partMeant(new BigDecimal("0.5"))).isEmpty();
        assertThat(Range.RATIO.partMeant(new BigDecimal("101"))).isEmpty();
        assertThat(Range.NOT_NEGATIVE.partMeant(new BigDecimal("5"))).isEmpty();
    }

    @Test
    void countsOfRequestsAreNeverNegative() {
        assertThat(Range.ofMetric("contradicting_status")).isEqualTo(Range.NOT_NEGATIVE);
        assertThat(Range.ofMetric("failed")).isEqualTo(Range.NOT_NEGATIVE);
        assertThat(Range.ofMetric("retry_count")).isEqualTo(Range.NOT_NEGATIVE);
        assertThat(Range.ofMetric("exit_status")).isEqualTo(Range.ANY);
    }

    @Test
    void whatCannotBeAPercentageGetsNone() {
        assertThat(Range.RATIO.hint(100.5)).isEmpty();
        assertThat(Range.RATIO.hint(-0.5)).isEmpty();
        assertThat(Range.NOT_NEGATIVE.hint(-5)).isEmpty();
    }

    @Test
    void aMetricThatIsNamedAsADurationARateOrACountIsNeverNegative() {
        for (String name : new String[] {
            "ttft_p95_ms", "TTFT_MS", "queue_seconds", "cache_miss_rate", "retry_count", "count", "samples", "Rate"
        }) {
            assertThat(Range.ofMetric(name)).as(name).isEqualTo(Range.NOT_NEGATIVE);
        }
    }

    @Test
    void aMetricOfAnyOtherNameMayBeNegative() {
        for (String name : new String[] {"task_gain", "ms_saved", "discount", "rate_change"}) {
            assertThat(Range.ofMetric(name)).as(name).isEqualTo(Range.ANY);
        }
    }
}
