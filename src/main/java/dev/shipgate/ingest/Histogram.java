package dev.shipgate.ingest;

import dev.shipgate.number.Numbers;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Durations that were counted in buckets. Where in its bucket a percentile is nobody knows: it is somewhere between the ends of
 * the bucket, which the shortest and the longest duration may narrow.
 *
 * @param buckets in the order of their bounds, with at least one duration in all
 * @param minMs the shortest duration in milliseconds; null where it is not known
 * @param maxMs the longest one; null where it is not known
 */
public record Histogram(
        List<Bucket> buckets,
        @Nullable Double minMs,
        @Nullable Double maxMs) {

    private static final double WANTED = 0.95;

    /** Bounds are calculated and written with fewer digits than they have. */
    private static final double TOLERANCE = 1e-6;

    private static final double FACTOR_OF_UNITS = 1_000;

    private static final int ENOUGH_TO_WONDER = 20;

    public Histogram {
        buckets = List.copyOf(buckets);
    }

    /** One of which neither the shortest nor the longest duration is known. */
    public static Histogram of(List<Bucket> buckets) {
        return new Histogram(buckets, null, null);
    }

    /**
     * The 95th percentile: interpolated linearly within the bucket of the duration at rank 0.95 n, as {@code
     * histogram_quantile} of Prometheus does, and the ends of that bucket.
     *
     * @throws UnreadableResultException when the shortest or longest duration is in none of the buckets that have any
     */
    public P95 p95() {
        double rank = WANTED * count();
        double below = 0;
        for (Bucket bucket : buckets) {
            if (bucket.count() > 0 && below + bucket.count() >= rank) {
                return within(bucket, (rank - below) / bucket.count());
            }
            below += bucket.count();
        }
        throw new UnreadableResultException(
                "The counts of the buckets have no 95th percentile: is one of them no number?");
    }

    private double count() {
        return buckets.stream().mapToDouble(Bucket::count).sum();
    }

    private P95 within(Bucket bucket, double part) {
        double lower = minMs == null ? bucket.lowerMs() : Math.max(bucket.lowerMs(), minMs);
        double upper = maxMs == null ? bucket.upperMs() : Math.min(bucket.upperMs(), maxMs);
        if (upper < lower - TOLERANCE * lower) {
            throw new UnreadableResultException("Durations from " + Numbers.forPeople(bucket.lowerMs()) + " to "
                    + Numbers.forPeople(bucket.upperMs()) + " ms were counted, but the shortest is "
                    + Numbers.forPeople(minMs)
                    + " and the longest " + Numbers.forPeople(maxMs) + " ms.");
        }
        if (Double.isInfinite(upper)) {
            return lower > 0 ? P95.between(lower, null) : P95.UNKNOWN;
        }
        lower = Math.min(lower, upper);
        double estimate = bucket.lowerMs() + (bucket.upperMs() - bucket.lowerMs()) * part;
        return P95.within(Math.max(lower, Math.min(upper, estimate)), lower, upper);
    }

    /**
     * That the sum of all durations can be one of so many in these buckets.
     *
     * @param sumMs in milliseconds
     * @throws UnreadableResultException when it cannot
     */
    public void requireSum(double sumMs) {
        if (isPossible(sumMs)) {
            return;
        }
        String hint = isPossible(sumMs / FACTOR_OF_UNITS) || isPossible(sumMs * FACTOR_OF_UNITS)
                ? " It would be right with another unit: maybe milliseconds were recorded where seconds are declared, or "
                        + "seconds where milliseconds are."
                : "";
        String atMost = Double.isInfinite(most()) ? "" : " and at most " + Numbers.forPeople(most());
        throw new UnreadableResultException("The sum of the durations, " + Numbers.forPeople(sumMs)
                + " ms, contradicts the buckets: the " + Numbers.forPeople(count())
                + " durations in them are together at "
                + "least " + Numbers.forPeople(least()) + atMost + " ms." + hint);
    }

    private boolean isPossible(double sumMs) {
        return sumMs >= least() * (1 - TOLERANCE) && sumMs <= most() * (1 + TOLERANCE);
    }

    private double least() {
        return buckets.stream()
                .filter(bucket -> bucket.count() > 0)
                .mapToDouble(bucket -> bucket.count() * bucket.lowerMs())
                .sum();
    }

    private double most() {
        return buckets.stream()
                .filter(bucket -> bucket.count() > 0)
                .mapToDouble(bucket -> bucket.count() * bucket.upperMs())
                .sum();
    }

    /** Why no upper bound of its percentile is known, of what it is the histogram of; empty when one is. */
    public Optional<String> unbounded(String what) {
        P95 p95 = p95();
        if (p95.atMostMs() != null) {
            return Optional.empty();
        }
        return Optional.of(what + " " + p95.told()
                + (buckets.size() == 1
                        ? ": its histogram has no buckets."
                        : ": it is in the last bucket, which has no upper bound."));
    }

    /** What is to be wondered at, as a sentence: that the buckets tell nothing apart, as those that were made for another unit. */
    public Optional<String> remark() {
        if (buckets.size() < 2 || count() < ENOUGH_TO_WONDER) {
            return Optional.empty();
        }
        Bucket last = buckets.get(buckets.size() - 1);
        if (last.count() == count() && Double.isInfinite(last.upperMs())) {
            return Optional.of("All durations are beyond the largest bucket, " + Numbers.forPeople(last.lowerMs())
                    + " ms. Maybe milliseconds were recorded in buckets made for seconds?");
        }
        Bucket first = buckets.stream()
                .filter(bucket -> bucket.upperMs() > 0)
                .findFirst()
                .orElse(last);
        return first.count() == count()
                ? Optional.of("All durations are in the smallest bucket, up to " + Numbers.forPeople(first.upperMs())
                        + " ms. Maybe seconds were recorded in buckets made for milliseconds?")
                : Optional.empty();
    }
}
