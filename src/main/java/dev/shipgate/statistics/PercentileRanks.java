package dev.shipgate.statistics;

import java.util.Optional;
import org.apache.commons.statistics.distribution.BinomialDistribution;

/**
 * The ranks of a distribution-free confidence interval of a percentile: of all samples in ascending order, the sample
 * at the lower rank and that at the upper one are its ends. Of {@code n} samples those that are not above the
 * percentile are binomial, so the interval holds the percentile with the probability
 * {@code B(upper - 1; n, part) - B(lower - 1; n, part)}, whatever the distribution of the samples is; where values are
 * there more than once, with that probability at least. The samples must not depend on each other.
 *
 * <p>The ranks are as close together as the confidence allows (Hahn and Meeker, Statistical Intervals, 1991, section
 * 5.2; Conover, Practical Nonparametric Statistics, 1999, section 3.2). Of several such pairs it is the one whose
 * coverage is nearest to the confidence. It is never below.
 *
 * @param lower counted from 1
 * @param upper at most the number of samples
 * @param coverage the probability with which the interval holds the percentile of a continuous distribution
 */
public record PercentileRanks(int lower, int upper, double coverage) {

    /** The pairs that are as close together lie within so many ranks of the one with equal tails. */
    private static final int WINDOW = 20;

    /**
     * The ranks for a number of samples; empty where even the largest sample is too near, as of 58 samples for a 95th
     * percentile with 95 %, or where there are more than 2,147,483,647.
     *
     * @param part of all values that are not above the percentile, such as 0.95
     * @param confidence the least coverage, such as 0.95
     */
    public static Optional<PercentileRanks> of(long samples, double part, double confidence) {
        if (samples < 1 || samples > Integer.MAX_VALUE) {
            return Optional.empty();
        }
        BinomialDistribution notAbove = BinomialDistribution.of((int) samples, part);
        int equalTails = notAbove.inverseCumulativeProbability((1 - confidence) / 2);
        int from = Math.max(1, equalTails - WINDOW);
        int upper = notAbove.inverseCumulativeProbability(
                        Math.min(1, notAbove.cumulativeProbability(from - 1) + confidence))
                + 1;
        PercentileRanks best = null;
        for (int lower = from; lower <= equalTails + WINDOW; lower++) {
            double below = notAbove.cumulativeProbability(lower - 1);
            while (upper <= samples && notAbove.cumulativeProbability(upper - 1) - below < confidence) {
                upper++;
            }
            if (upper > samples) {
                break;
            }
            PercentileRanks ranks =
                    new PercentileRanks(lower, upper, notAbove.cumulativeProbability(upper - 1) - below);
            best = best == null || ranks.isBetterThan(best) ? ranks : best;
        }
        return Optional.ofNullable(best);
    }

    private boolean isBetterThan(PercentileRanks other) {
        int apart = upper - lower;
        int otherApart = other.upper - other.lower;
        return apart < otherApart || (apart == otherApart && coverage < other.coverage);
    }
}
