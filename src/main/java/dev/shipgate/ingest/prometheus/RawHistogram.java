package dev.shipgate.ingest.prometheus;

import dev.shipgate.ingest.measure.Bucket;
import dev.shipgate.ingest.measure.Histogram;
import dev.shipgate.ingest.read.UnreadableResultException;
import dev.shipgate.number.Numbers;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A histogram at one time, in the unit that was queried.
 *
 * @param buckets in the order of their bounds
 * @param sum of all values; null where it is not known
 * @param hasAllBuckets whether buckets without any value are among them, as those of a classic histogram are
 */
record RawHistogram(List<RawBucket> buckets, @Nullable Double sum, boolean hasAllBuckets) {

    RawHistogram {
        buckets = List.copyOf(buckets);
    }

    boolean isOfNothing() {
        // Also where a count is NaN, as in a moment without traffic.
        return !(buckets.stream().mapToDouble(RawBucket::count).sum() > 0);
    }

    /**
     * Its durations in milliseconds. They are not negative, whatever the bucket around 0 says.
     *
     * @throws UnreadableResultException when some are negative, or the sum cannot be that of so many in these buckets
     */
    Histogram durations(boolean inSeconds) {
        buckets.forEach(RawHistogram::requireNoneBelowZero);
        Histogram durations = Histogram.of(buckets.stream()
                .map(bucket -> new Bucket(
                        QueriedPercentile.toMs(Math.max(0, bucket.lower()), inSeconds),
                        QueriedPercentile.toMs(Math.max(0, bucket.upper()), inSeconds),
                        bucket.count()))
                .toList());
        if (sum != null) {
            durations.requireSum(QueriedPercentile.toMs(sum, inSeconds));
        }
        return durations;
    }

    private static void requireNoneBelowZero(RawBucket bucket) {
        if (bucket.upper() < 0 && bucket.count() > 0) {
            throw new UnreadableResultException("The bucket that ends at " + Numbers.forPeople(bucket.upper())
                    + " has " + Numbers.forPeople(bucket.count())
                    + ". A duration is 0 or more. Maybe the histogram is of something else?");
        }
    }
}
