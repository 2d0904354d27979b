package dev.shipgate.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PercentileRanksTest {

    private static final double LEVEL = 0.95;

    /** Hahn and Meeker, Statistical Intervals, 1991, section 5.2: of 100 batches the 85th and the 97th. */
    @Test
    void hahnAndMeekerHaveTheseRanksForA90thPercentile() {
        PercentileRanks ranks = PercentileRanks.of(100, 0.9, LEVEL).orElseThrow();
        assertThat(ranks.lower()).isEqualTo(85);
        assertThat(ranks.upper()).isEqualTo(97);
        assertThat(ranks.coverage()).isEqualTo(0.9523, within(5e-5));
    }

    /** Conover, Practical Nonparametric Statistics, 1999, section 3.2: an upper quartile of 16 transistors, 90 %. */
    @Test
    void conoverHasTheseRanksForAnUpperQuartile() {
        PercentileRanks ranks = PercentileRanks.of(16, 0.75, 0.9).orElseThrow();
        assertThat(ranks.lower()).isEqualTo(9);
        assertThat(ranks.upper()).isEqualTo(15);
        assertThat(ranks.coverage()).isEqualTo(0.9094, within(5e-5));
    }

    /** The usual table of intervals of a median, where the shortest one is symmetrical. */
    @ParameterizedTest
    @CsvSource({"6, 1, 6, 96.9", "9, 2, 8, 96.1", "12, 3, 10, 96.1", "17, 5, 13, 95.1", "20, 6, 15, 95.9"})
    void theTableOfMediansHasTheseRanks(int samples, int lower, int upper, double percent) {
        PercentileRanks ranks = PercentileRanks.of(samples, 0.5, LEVEL).orElseThrow();
        assertThat(ranks.lower()).isEqualTo(lower);
        assertThat(ranks.upper()).isEqualTo(upper);
        assertThat(100 * ranks.coverage()).isEqualTo(percent, within(0.05));
    }

    /** 1 - 0.95^58 is 94.9 %, and 1 - 0.95^59 is 95.2 % (Wilks, 1941). */
    @Test
    void a95thPercentileNeeds59Samples() {
        assertThat(PercentileRanks.of(0, LEVEL, LEVEL)).isEmpty();
        assertThat(PercentileRanks.of(1, LEVEL, LEVEL)).isEmpty();
        assertThat(PercentileRanks.of(58, LEVEL, LEVEL)).isEmpty();
        PercentileRanks ranks = PercentileRanks.of(59, LEVEL, LEVEL).orElseThrow();
        assertThat(ranks.lower()).isEqualTo(50);
        assertThat(ranks.upper()).isEqualTo(59);
    }

    @ParameterizedTest
    @ValueSource(ints = {59, 60, 71, 72, 93, 100, 137, 200, 237, 300, 318, 500, 999, 1_000})
    void noOtherPairIsCloserTogetherOrNearerToTheConfidence(int samples) {
        double[] upTo = binomialUpTo(samples);
        PercentileRanks ranks = PercentileRanks.of(samples, LEVEL, LEVEL).orElseThrow();
        assertThat(ranks.coverage())
                .isEqualTo(upTo[ranks.upper() - 1] - upTo[ranks.lower() - 1], within(1e-9))
                .isGreaterThanOrEqualTo(LEVEL);
        for (int lower = 1; lower <= samples; lower++) {
            for (int upper = lower; upper <= Math.min(samples, lower + ranks.upper() - ranks.lower()); upper++) {
                double coverage = upTo[upper - 1] - upTo[lower - 1];
                boolean isShorter = upper - lower < ranks.upper() - ranks.lower();
                assertThat(coverage >= LEVEL && (isShorter || coverage < ranks.coverage() - 1e-9))
                        .as(samples + ": " + lower + " to " + upper)
                        .isFalse();
            }
        }
    }

    /** Of element k - 1: that fewer than k of so many are not above a 95th percentile, by the recurrence of Pascal. */
    private static double[] binomialUpTo(int samples) {
        double[] exactly = new double[samples + 1];
        exactly[0] = 1;
        for (int n = 1; n <= samples; n++) {
            for (int k = n; k >= 0; k--) {
                exactly[k] = exactly[k] * (1 - LEVEL) + (k == 0 ? 0 : exactly[k - 1] * LEVEL);
            }
        }
        double[] upTo = new double[samples + 1];
        double sum = 0;
        for (int k = 0; k <= samples; k++) {
            sum += exactly[k];
            upTo[k] = sum;
        }
        return upTo;
    }

    @Test
    void theCoverageIsWithinOnePercentFrom318Samples() {
        for (int samples = 318; samples <= 3_000; samples++) {
            assertThat(PercentileRanks.of(samples, LEVEL, LEVEL).orElseThrow().coverage())
                    .as(samples + " samples")
                    .isBetween(LEVEL, LEVEL + 0.01);
        }
        assertThat(PercentileRanks.of(317, LEVEL, LEVEL).orElseThrow().coverage())
                .isGreaterThan(LEVEL + 0.01);
    }

    @ParameterizedTest
    @ValueSource(ints = {10_000, 1_000_000, 100_000_000, Integer.MAX_VALUE})
    void ofManySamplesTheCoverageIsNearlyTheConfidence(int samples) {
        assertThat(PercentileRanks.of(samples, LEVEL, LEVEL).orElseThrow().coverage())
                .isBetween(LEVEL, LEVEL + 0.001);
    }

    @Test
    void beyondWhatTheDistributionTakesThereAreNone() {
        assertThat(PercentileRanks.of(Integer.MAX_VALUE + 1L, LEVEL, LEVEL)).isEqualTo(Optional.empty());
    }
}
