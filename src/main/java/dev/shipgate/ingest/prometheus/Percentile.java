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
 * @param ms null when only a bound is known
 * @param atLeastMs null when the value is known, or nothing is
 * @param why a bound is all that is known; null when the value is known
 */
record Percentile(
        @Nullable Double ms,
        @Nullable Double atLeastMs,
        @Nullable String why) {

    /** The digits of usual bounds of buckets, such as 2.5 s; what is interpolated between them has more. */
    private static final Set<BigInteger> DIGITS_OF_BOUNDS = LongStream.of(1, 2, 25, 3, 4, 5, 6, 75)
            .mapToObj(BigInteger::valueOf)
            .collect(Collectors.toUnmodifiableSet());

    private static final String ELSE = " If it is not, say which it is: largest_bucket_ms in the mapping.";

    /**
     * Of the values of one series.
     *
     * @param values at least one, without NaN
     * @param largestBucketMs null when nobody says
     */
    static Percentile worst(List<Double> values, boolean inSeconds, @Nullable Double largestBucketMs) {
        double worst = toMs(Collections.max(values), inSeconds);
        if (largestBucketMs != null) {
            return worst >= largestBucketMs
                    ? new Percentile(null, largestBucketMs, "it reaches the largest bucket of the histogram.")
                    : new Percentile(worst, null, null);
        }
        if (worst == Double.POSITIVE_INFINITY) {
            return infinite(values, inSeconds);
        }
        if (values.stream().filter(value -> toMs(value, inSeconds) == worst).count() > 1) {
            return new Percentile(
                    null,
                    worst,
                    "it is exactly the same at several points, as interpolated values never are, and so taken as the "
                            + "largest bucket of the histogram." + ELSE);
        }
        if (isUsualBound(worst)) {
            return new Percentile(
                    null,
                    worst,
                    "it is exactly what is usual as a bound of buckets, and so taken as the largest one of the histogram."
                            + ELSE);
        }
        return new Percentile(worst, null, null);
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
        return new Percentile(null, largest, "it is +Inf, beyond the largest bucket of the histogram.");
    }

    /** In decimal, so that 2.3 s are 2300 ms and not a little less. */
    static double toMs(double value, boolean inSeconds) {
        return inSeconds && Double.isFinite(value)
                ? BigDecimal.valueOf(value).movePointRight(3).doubleValue()
                : value;
    }

    P95 p95() {
        return ms == null ? P95.between(atLeastMs, null) : P95.of(ms);
    }

    /** What is known of it, for people. */
    String told(String name) {
        String bound =
                atLeastMs == null ? "is not known" : "is only known to be at least " + Numbers.forPeople(atLeastMs);
        return "The percentile of \"" + name + "\" " + bound + (atLeastMs == null ? "" : " ms") + ": " + why;
    }
}
