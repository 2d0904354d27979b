package dev.shipgate.statistics;

import dev.shipgate.number.Numbers;
import dev.shipgate.number.Range;
import dev.shipgate.policy.ForRules;
import dev.shipgate.policy.InvalidFindingException;
import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.apache.commons.statistics.distribution.HypergeometricDistribution;
import org.jspecify.annotations.Nullable;

/**
 * Whether a difference between two releases is more than chance. In rules:
 * {@code Significance.errorRates($failed, $requests, $failedBefore, $requestsBefore) < 0.01}.
 */
@ForRules
public final class Significance {

    /** Outside of so many standard deviations from the mean there is less than a double number can add. */
    private static final int DEVIATIONS = 12;

    /** The same for distributions that are so narrow that their tails are those of a Poisson distribution. */
    private static final int LEAST_TERMS = 40;

    /** Beyond it a number may be another whole number than was meant. */
    private static final double MAX_EXACT = 1L << 53;

    private Significance() {}

    /**
     * The p-value of Fisher's exact test, one-sided: how probable it is that chance alone gives this release as many of
     * all failures, or more, where both have the same error rate. A small one says that the error rate has risen. It
     * is 1 where nothing failed. Each request must fail or succeed independently of the others; where failures come in
     * bursts, the p-value is smaller than it should be.
     *
     * <p>Of the failures of both releases those of this one are hypergeometric (Fisher, The Design of Experiments,
     * 1935). It is summed exactly, in at most some hundredth of a second. Of more than 2,147,483,647 requests in both
     * the failures of this one are taken as binomial (Przyborowski and Wilenski, 1940), whose p-value is not smaller
     * than Fisher's where it matters.
     *
     * @param failed how many requests of this release failed, a whole number from 0 to {@code total}
     * @param total how many requests of this release there were, a whole number, 1 or more
     * @param failedBefore the same of the release before
     * @param totalBefore the same of the release before
     * @return 0 to 1
     * @throws dev.shipgate.number.OutOfRangeException when a number is negative or not finite
     * @throws InvalidFindingException when one is null or no whole number, when there were no requests, when more
     *     failed than there were, or when more than 2,147,483,647 failed of more than that
     */
    public static double errorRates(
            @Nullable Number failed,
            @Nullable Number total,
            @Nullable Number failedBefore,
            @Nullable Number totalBefore) {
        long requests = requests(total, "requests");
        long failures = failures(failed, "failed requests", requests);
        long requestsBefore = requests(totalBefore, "requests before");
        long failuresBefore = failures(failedBefore, "failed requests before", requestsBefore);
        long allRequests = requests + requestsBefore;
        long allFailures = failures + failuresBefore;
        if (allRequests <= Integer.MAX_VALUE) {
            return upperTail(HypergeometricDistribution.of((int) allRequests, (int) allFailures, (int) requests), (int)
                    failures);
        }
        if (allFailures > Integer.MAX_VALUE) {
            throw new InvalidFindingException("The failed requests of both releases (" + allFailures
                    + ") must be at most " + Integer.MAX_VALUE + " to compare error rates.");
        }
        return BinomialDistribution.of((int) allFailures, (double) requests / allRequests)
                .survivalProbability((int) failures - 1);
    }

    /** That there are so many or more: the sum of the probabilities that are not too small to change it. */
    private static double upperTail(HypergeometricDistribution failures, int observed) {
        int terms = LEAST_TERMS + (int) Math.ceil(DEVIATIONS * Math.sqrt(failures.getVariance()));
        if (observed > failures.getMean()) {
            int last = (int) Math.min(failures.getSupportUpperBound(), (long) observed + terms);
            return Math.min(1, failures.probability(observed - 1, last));
        }
        int beforeFirst = Math.max(failures.getSupportLowerBound(), observed - terms) - 1;
        return observed - 1 > beforeFirst ? 1 - failures.probability(beforeFirst, observed - 1) : 1;
    }

    private static long requests(@Nullable Number number, String what) {
        long requests = count(number, what);
        if (requests == 0) {
            throw new InvalidFindingException("The number of " + what
                    + " (0) must be 1 or more to compare error rates: there is no rate of none.");
        }
        return requests;
    }

    private static long failures(@Nullable Number number, String what, long requests) {
        long failures = count(number, what);
        if (failures > requests) {
            throw new InvalidFindingException("The number of " + what + " (" + failures
                    + ") must not be more than all of them (" + requests + ").");
        }
        return failures;
    }

    private static long count(@Nullable Number number, String what) {
        if (number == null) {
            throw new InvalidFindingException(
                    "The number of " + what + " is missing. Error rates are compared where all counts are there.");
        }
        double value = Range.NOT_NEGATIVE.require(number.doubleValue(), "number of " + what);
        if (value != Math.rint(value) || value > MAX_EXACT) {
            throw new InvalidFindingException("The number of " + what + " (" + Numbers.exact(value)
                    + ") must be a whole number of at most 9007199254740992.");
        }
        return (long) value;
    }
}
