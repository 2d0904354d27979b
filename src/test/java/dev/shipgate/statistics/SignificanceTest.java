package dev.shipgate.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import dev.shipgate.number.OutOfRangeException;
import dev.shipgate.policy.InvalidFindingException;
import java.util.Random;
import org.apache.commons.statistics.inference.AlternativeHypothesis;
import org.apache.commons.statistics.inference.FisherExactTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SignificanceTest {

    /** Fisher, The Design of Experiments, 1935, chapter 2; fisher.test(TeaTasting, alternative = "greater") of R. */
    @Test
    void theLadyTastingTeaIsKnown() {
        assertThat(Significance.errorRates(3, 4, 1, 4)).isEqualTo(17 / 70.0, within(1e-12));
        assertThat(Significance.errorRates(4, 4, 0, 4)).isEqualTo(1 / 70.0, within(1e-12));
    }

    /** fisher.test(Convictions, alternative = "less") of R is 0.0004652: 2 of 17 against 10 of 13. */
    @Test
    void theConvictionsOfTwinsAreKnown() {
        assertThat(Significance.errorRates(10, 13, 2, 17)).isEqualTo(0.0004652, within(5e-8));
    }

    /** hypergeom.sf(failed - 1, total + totalBefore, failed + failedBefore, total) of SciPy 1.17.1. */
    @ParameterizedTest
    @CsvSource({
        "5000, 10000000, 4500, 10000000, 1.511708678106484e-07",
        "500000, 10000000, 499000, 10000000, 0.15257822313885633",
        "50000, 100000, 49000, 100000, 3.949144778654135e-06",
        "1000, 10000000, 5000, 10000000, 1"
    })
    void largeCountsAreSummedToo(long failed, long total, long failedBefore, long totalBefore, double p) {
        assertThat(Significance.errorRates(failed, total, failedBefore, totalBefore))
                .isCloseTo(p, withinPercentage(1e-5));
    }

    @Test
    void itIsFishersTestOfTheLibrary() {
        long seed = System.nanoTime();
        System.out.println("SignificanceTest seed " + seed);
        Random random = new Random(seed);
        FisherExactTest fisher = FisherExactTest.withDefaults().with(AlternativeHypothesis.GREATER_THAN);
        for (int round = 0; round < 3_000; round++) {
            int total = 1 + random.nextInt(1 << (1 + random.nextInt(14)));
            int totalBefore = 1 + random.nextInt(1 << (1 + random.nextInt(14)));
            double rate = Math.pow(random.nextDouble(), 4);
            int failed = 1 + random.nextInt(total) * (int) (rate * 1_000) / 1_001;
            int failedBefore = (int) (totalBefore * rate * random.nextDouble());
            if (failed + failedBefore < total + totalBefore) {
                double p = fisher.test(
                                new int[][] {{failed, total - failed}, {failedBefore, totalBefore - failedBefore}})
                        .getPValue();
                assertThat(Significance.errorRates(failed, total, failedBefore, totalBefore))
                        .as("seed " + seed + ": " + failed + " of " + total + ", " + failedBefore + " of "
                                + totalBefore)
                        .isCloseTo(p, withinPercentage(1e-7));
            }
        }
    }

    /** The size of the test: of releases with the same error rate as few or fewer have a p-value below 5 %. */
    @Test
    void equalErrorRatesAreSeldomSignificant() {
        long seed = System.nanoTime();
        System.out.println("SignificanceTest seed " + seed);
        Random random = new Random(seed);
        int significant = 0;
        for (int round = 0; round < 10_000; round++) {
            long failed = failures(random, 1_000);
            long failedBefore = failures(random, 2_000);
            if (Significance.errorRates(failed, 1_000, failedBefore, 2_000) < 0.05) {
                significant++;
            }
        }
        assertThat(significant).as("seed " + seed).isBetween(200, 590);
    }

    private static long failures(Random random, int requests) {
        return random.doubles(requests).filter(value -> value < 0.02).count();
    }

    @Test
    void whereNothingOrAllFailedThereIsNoDifference() {
        assertThat(Significance.errorRates(0, 1_000, 0, 1_000)).isEqualTo(1);
        assertThat(Significance.errorRates(0, 1_000, 10, 1_000)).isEqualTo(1);
        assertThat(Significance.errorRates(10, 10, 7, 7)).isEqualTo(1);
    }

    @Test
    void numbersOfARouteAreTaken() {
        Double failed = 3.0;
        Double total = 4.0;
        assertThat(Significance.errorRates(failed, total, 1L, 4)).isEqualTo(17 / 70.0, within(1e-12));
    }

    /** Of the failures that are Poisson, as rare ones are, half are of this release: 2^-10 that all ten are. */
    @Test
    void ofMoreRequestsThanFishersTestTakesFailuresAreBinomial() {
        assertThat(Significance.errorRates(10, 3_000_000_000L, 0, 3_000_000_000L))
                .isEqualTo(Math.pow(2, -10), within(1e-12));
        assertThat(Significance.errorRates(10, 1_073_741_823L, 0, 1_073_741_823L))
                .isEqualTo(Math.pow(2, -10), within(1e-9));
        assertThat(Significance.errorRates(1_000_000_000L, 3_000_000_000L, 999_000_000L, 3_000_000_000L))
                .isEqualTo(0, within(1e-9));
    }

    /** One takes some milliseconds; a sum of all terms would take an hour. */
    @Test
    void theWorkIsBoundedWhateverTheCounts() {
        for (int round = 0; round < 100; round++) {
            assertThat(Significance.errorRates(500_000_000L - round, 1_000_000_000L, 500_000_000L, 1_000_000_000L))
                    .isBetween(0.49, 0.51);
        }
    }

    @Test
    void refusesWhatIsNoCount() {
        assertThatThrownBy(() -> Significance.errorRates(-1, 4, 1, 4))
                .isInstanceOf(OutOfRangeException.class)
                .hasMessage("The number of failed requests (-1) must be a number, 0 or more.");
        assertThatThrownBy(() -> Significance.errorRates(1, 4, Double.NaN, 4))
                .isInstanceOf(OutOfRangeException.class)
                .hasMessage("The number of failed requests before (NaN) must be a number, 0 or more.");
        assertThatThrownBy(() -> Significance.errorRates(1, Double.POSITIVE_INFINITY, 1, 4))
                .isInstanceOf(OutOfRangeException.class)
                .hasMessage("The number of requests (Infinity) must be a number, 0 or more.");
        assertThatThrownBy(() -> Significance.errorRates(0.02, 4, 1, 4))
                .isInstanceOf(InvalidFindingException.class)
                .hasMessage("The number of failed requests (0.02) must be a whole number of at most 9007199254740992.");
        assertThatThrownBy(() -> Significance.errorRates(1, 4, 1, 1e300))
                .isInstanceOf(InvalidFindingException.class)
                .hasMessageContaining("must be a whole number of at most 9007199254740992.");
        assertThatThrownBy(() -> Significance.errorRates(null, 4, 1, 4))
                .isInstanceOf(InvalidFindingException.class)
                .hasMessage("The number of failed requests is missing. Error rates are compared where all counts are "
                        + "there.");
    }

    @Test
    void refusesCountsThatContradictEachOther() {
        assertThatThrownBy(() -> Significance.errorRates(5, 4, 1, 4))
                .isInstanceOf(InvalidFindingException.class)
                .hasMessage("The number of failed requests (5) must not be more than all of them (4).");
        assertThatThrownBy(() -> Significance.errorRates(0, 4, 0, 0))
                .isInstanceOf(InvalidFindingException.class)
                .hasMessage("The number of requests before (0) must be 1 or more to compare error rates: there is no "
                        + "rate of none.");
        assertThatThrownBy(() -> Significance.errorRates(3_000_000_000L, 4_000_000_000L, 1, 1))
                .isInstanceOf(InvalidFindingException.class)
                .hasMessage("The failed requests of both releases (3000000001) must be at most 2147483647 to compare "
                        + "error rates.");
    }
}
