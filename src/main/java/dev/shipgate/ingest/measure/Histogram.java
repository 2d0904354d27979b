package dev.shipgate.ingest.measure;

import dev.shipgate.ingest.read.UnreadableResultException;
import dev.shipgate.number.Numbers;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Durations that were counted in buckets. Where in its bucket a percentile is nobody knows: it is somewhere between the
 * ends of the bucket, which the shortest and the longest duration may narrow.
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

    /** Bounds that were made for durations of services in seconds end at a minute or before, as the usual 10 s. */
    private static final double LARGEST_OF_SECONDS = 60;

    /** Refuses a shortest or longest duration that is not in the buckets, with an {@link UnreadableResultException}. */
    public Histogram {
        buckets = List.copyOf(buckets);
        requireWithin(buckets, minMs, maxMs);
    }

    /** One of which neither the shortest nor the longest duration is known. */
    public static Histogram of(List<Bucket> buckets) {
        return new Histogram(buckets, null, null);
    }

    /**
     * A duration beyond the longest one, or below the shortest one, would narrow the bounds of a percentile wrongly.
     */
    private static void requireWithin(List<Bucket> buckets, @Nullable Double minMs, @Nullable Double maxMs) {
        for (Bucket bucket : buckets) {
            boolean isBelow = minMs != null && bucket.upperMs() < minMs * (1 - TOLERANCE);
            boolean isBeyond = maxMs != null && maxMs < bucket.lowerMs() * (1 - TOLERANCE);
            if (bucket.count() > 0 && (isBelow || isBeyond)) {
                throw new UnreadableResultException("Durations from " + Numbers.forPeople(bucket.lowerMs()) + " to "
                        + Numbers.forPeople(bucket.upperMs()) + " ms were counted, but the "
                        + (isBelow
                                ? "shortest is " + Numbers.forPeople(minMs)
                                : "longest is " + Numbers.forPeople(maxMs))
                        + " ms.");
            }
        }
        if (minMs != null && maxMs != null && maxMs < minMs) {
            throw new UnreadableResultException("The shortest duration, " + Numbers.forPeople(minMs)
                    + " ms, is longer than the longest one, " + Numbers.forPeople(maxMs) + " ms.");
        }
    }

    /** The 95th percentile, see {@link #percentile}. */
    public P95 p95() {
        return percentile(WANTED);
    }

    /**
     * A percentile: interpolated linearly within the bucket of the duration at its rank, as {@code histogram_quantile}
     * of Prometheus does, and the ends of that bucket.
     *
     * @param part of the durations that are not longer, 0 to 1: 0.95 for the 95th
     */
    public P95 percentile(double part) {
        double rank = part * count();
        double below = 0;
        for (Bucket bucket : buckets) {
            if (bucket.count() > 0 && below + bucket.count() >= rank) {
                return within(bucket, (rank - below) / bucket.count());
            }
            below += bucket.count();
        }
        throw new UnreadableResultException("The counts of the buckets have no percentile: is one of them no number?");
    }

    private double count() {
        return buckets.stream().mapToDouble(Bucket::count).sum();
    }

    private P95 within(Bucket bucket, double part) {
        double lower = minMs == null ? bucket.lowerMs() : Math.max(bucket.lowerMs(), minMs);
        double upper = maxMs == null ? bucket.upperMs() : Math.min(bucket.upperMs(), maxMs);
        if (Double.isInfinite(upper)) {
            return lower > 0 ? P95.between(lower, null) : P95.UNKNOWN;
        }
        lower = Math.min(lower, upper);
        double estimate = Numbers.rounded(bucket.lowerMs() + (bucket.upperMs() - bucket.lowerMs()) * part);
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

    /**
     * Why no upper bound of a percentile is known; empty when one is.
     *
     * @param what the subject of the sentence, such as {@code The p95 of "search"}
     * @param percentile of this histogram
     */
    public Optional<String> unbounded(String what, P95 percentile) {
        if (percentile.atMostMs() != null) {
            return Optional.empty();
        }
        return Optional.of(what + " " + percentile.describe()
                + (buckets.size() == 1
                        ? ": its histogram has no buckets."
                        : ": it is in the last bucket, which has no upper bound."));
    }

    /**
     * The reason to wonder at it, as a sentence: that its buckets look like those that were made for another unit. Only
     * of a histogram that lists all of its buckets, also those without any duration: where there are buckets for
     * durations of any length, they say nothing of the unit.
     */
    public Optional<String> remark() {
        Bucket last = buckets.get(buckets.size() - 1);
        double largest = Double.isInfinite(last.upperMs()) ? last.lowerMs() : last.upperMs();
        if (largest > 0 && largest <= LARGEST_OF_SECONDS) {
            return Optional.of("The largest bucket ends at " + Numbers.forPeople(largest)
                    + " ms. Maybe its bounds are seconds, and not milliseconds?");
        }
        return buckets.size() < 2 || count() < ENOUGH_TO_WONDER ? Optional.empty() : allInOne(last);
    }

    private Optional<String> allInOne(Bucket last) {
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
