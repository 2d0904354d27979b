package dev.shipgate.ingest.prometheus;

import dev.shipgate.ingest.measure.BucketBounds;
import dev.shipgate.ingest.measure.Milliseconds;
import dev.shipgate.ingest.measure.P95;
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
 * The worst of the percentiles of a range. {@code histogram_quantile} never says more than the largest finite bucket,
 * so a value that is that bucket only says "at least so much".
 *
 * <p>Where in its bucket a percentile is nobody knows, and the answer does not tell the buckets. So nothing is known of
 * one that was interpolated, unless somebody says which buckets there are.
 *
 * @param valueMs as it was queried; null when it is beyond the largest bucket
 * @param why no more than a lower bound is known; null when more is
 */
record QueriedPercentile(
        P95 p95, @Nullable Double valueMs, @Nullable String why) {

    /** The digits of usual bounds of buckets, such as 2.5 s; a value that is interpolated between them has more. */
    private static final Set<BigInteger> DIGITS_OF_BOUNDS = LongStream.of(1, 2, 25, 3, 4, 5, 6, 75)
            .mapToObj(BigInteger::valueOf)
            .collect(Collectors.toUnmodifiableSet());

    private static final String ELSE = " If it is not, say which buckets there are: buckets_ms in the mapping.";

    private static final String HOW_TO_TELL =
            " Say which buckets the histogram has: buckets_ms in the mapping, such as "
                    + "buckets_ms: [100, 250, 500]. Or ask for the buckets in place of the percentile: sum by (le, route) "
                    + "(rate(..._bucket[5m])).";

    /**
     * Of the values of one series of percentiles that were estimated within buckets.
     *
     * @param values at least one, without NaN
     * @param buckets null when nobody says
     */
    static QueriedPercentile worst(List<Double> values, boolean inSeconds, @Nullable BucketBounds buckets) {
        double worst = toMs(Collections.max(values), inSeconds);
        if (buckets != null) {
            return worst >= buckets.largestMs()
                    ? atLeast(buckets.largestMs(), "it reaches the largest bucket of the histogram.")
                    : new QueriedPercentile(buckets.around(worst), worst, null);
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
        return new QueriedPercentile(
                P95.UNKNOWN,
                worst,
                "Prometheus estimated " + Numbers.forPeople(worst)
                        + " ms within a bucket whose ends its answer does not tell." + HOW_TO_TELL);
    }

    /** Of values that were measured, as those of a Summary of a client library are. */
    static QueriedPercentile measured(List<Double> values, boolean inSeconds) {
        double worst = toMs(Collections.max(values), inSeconds);
        return worst == Double.POSITIVE_INFINITY
                ? infinite(values, inSeconds)
                : new QueriedPercentile(P95.of(worst), worst, null);
    }

    private static QueriedPercentile atLeast(double ms, String why) {
        return new QueriedPercentile(P95.between(ms, null), null, why);
    }

    private static boolean isUsualBound(double value) {
        return DIGITS_OF_BOUNDS.contains(
                BigDecimal.valueOf(value).stripTrailingZeros().unscaledValue());
    }

    private static QueriedPercentile infinite(List<Double> values, boolean inSeconds) {
        Double largest = values.stream()
                .filter(Double::isFinite)
                .max(Double::compare)
                .map(value -> toMs(value, inSeconds))
                .orElse(null);
        return new QueriedPercentile(
                P95.between(largest, null), null, "it is +Inf, beyond the largest bucket of the histogram.");
    }

    static double toMs(double value, boolean inSeconds) {
        return inSeconds ? Milliseconds.ofSeconds(value) : value;
    }

    /** The sentence on how far it is known, for people; {@code what} begins it. */
    String describe(String what) {
        return what + " " + p95.describe() + ": " + why;
    }
}
