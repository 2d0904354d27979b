package dev.shipgate.ingest.prometheus;

import dev.shipgate.ingest.P95;
import dev.shipgate.number.Numbers;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/**
 * The worst of the percentiles of a range. {@code histogram_quantile} never says more than the largest finite bucket, so a
 * value that is that bucket only says "at least so much".
 *
 * <p>Where in its bucket a percentile is nobody knows, and the answer does not tell the buckets. So it is taken to lie between
 * the usual bounds around it: those that the default buckets of client libraries have in common, 1, 2.5 and 5 times a power of
 * ten from 5 ms on.
 *
 * @param why only a lower bound is known; null when more is
 */
record Percentile(P95 p95, @Nullable String why) {

    /** The digits of usual bounds of buckets, such as 2.5 s; what is interpolated between them has more. */
    private static final Set<BigInteger> DIGITS_OF_BOUNDS = LongStream.of(1, 2, 25, 3, 4, 5, 6, 75)
            .mapToObj(BigInteger::valueOf)
            .collect(Collectors.toUnmodifiableSet());

    private static final String ELSE = " If it is not, say which it is: largest_bucket_ms in the mapping.";

    private static final double SMALLEST_BUCKET_MS = 5;

    private static final double[] STEPS = {1, 2.5, 5, 10};

    /**
     * Of the values of one series of percentiles that were estimated within buckets.
     *
     * @param values at least one, without NaN
     * @param largestBucketMs null when nobody says
     */
    static Percentile worst(List<Double> values, boolean inSeconds, @Nullable Double largestBucketMs) {
        double worst = toMs(Collections.max(values), inSeconds);
        if (largestBucketMs != null && worst >= largestBucketMs) {
            return atLeast(largestBucketMs, "it reaches the largest bucket of the histogram.");
        }
        if (largestBucketMs != null) {
            return new Percentile(within(worst, largestBucketMs), null);
        }
        if (worst == Double.POSITIVE_INFINITY) {
            return infinite(values, inSeconds);
        }
        if (values.stream().filter(value -> toMs(value, inSeconds) == worst).count() > 1) {
            return atLeast(
                    worst,
                    "it is exactly the same at several points, as interpolated values never are, and so taken as the "
                            + "largest bucket of the histogram." + ELSE);
        }
        if (isUsualBound(worst)) {
            return atLeast(
                    worst,
                    "it is exactly what is usual as a bound of buckets, and so taken as the largest one of the histogram."
                            + ELSE);
        }
        return new Percentile(within(worst, Double.POSITIVE_INFINITY), null);
    }

    /** Of values that were measured, as those of a Summary of a client library are. */
    static Percentile measured(List<Double> values, boolean inSeconds) {
        double worst = toMs(Collections.max(values), inSeconds);
        return worst == Double.POSITIVE_INFINITY ? infinite(values, inSeconds) : new Percentile(P95.of(worst), null);
    }

    private static Percentile atLeast(double ms, String why) {
        return new Percentile(P95.between(ms, null), why);
    }

    private static P95 within(double ms, double largestBucketMs) {
        double lower = 0;
        double upper = SMALLEST_BUCKET_MS;
        while (upper < ms) {
            lower = upper;
            upper = nextBound(lower);
        }
        return P95.within(ms, lower, Math.min(upper, largestBucketMs));
    }

    private static double nextBound(double bound) {
        double power = Math.pow(10, Math.floor(Math.log10(bound)));
        for (double step : STEPS) {
            if (step * power > bound) {
                return step * power;
            }
        }
        throw new IllegalStateException("No bound above " + bound);
    }

    private static boolean isUsualBound(double value) {
        return DIGITS_OF_BOUNDS.contains(
                BigDecimal.valueOf(value).stripTrailingZeros().unscaledValue());
    }

    private static Percentile infinite(List<Double> values, boolean inSeconds) {
        Double largest = values.stream()
                .filter(Double::isFinite)
                .max(Double::compare)
                .map(value -> toMs(value, inSeconds))
                .orElse(null);
        return new Percentile(P95.between(largest, null), "it is +Inf, beyond the largest bucket of the histogram.");
    }

    /** In decimal, so that 2.3 s are 2300 ms and not a little less. */
    static double toMs(double value, boolean inSeconds) {
        return inSeconds && Double.isFinite(value)
                ? BigDecimal.valueOf(value).movePointRight(3).doubleValue()
                : value;
    }

    /** What is known of it, for people. */
    String told(String name) {
        Double atLeastMs = p95.atLeastMs();
        String bound =
                atLeastMs == null ? "is not known" : "is only known to be at least " + Numbers.forPeople(atLeastMs);
        return "The percentile of \"" + name + "\" " + bound + (atLeastMs == null ? "" : " ms") + ": " + why;
    }
}
