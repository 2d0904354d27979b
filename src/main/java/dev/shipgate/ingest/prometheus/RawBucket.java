package dev.shipgate.ingest.prometheus;

import dev.shipgate.ingest.Bucket;
import dev.shipgate.ingest.Histogram;
import java.util.List;

/**
 * A bucket of a histogram in the unit that was queried.
 *
 * @param lower what its values are not below
 * @param upper what they are not above; infinite for the last one of a classic histogram
 * @param count how many there are, or how many in a second
 */
record RawBucket(double lower, double upper, double count) {

    /** Durations in these buckets, in milliseconds. Durations are not negative, whatever the bucket around 0 says. */
    static Histogram durations(List<RawBucket> buckets, boolean inSeconds) {
        return Histogram.of(buckets.stream()
                .map(bucket -> new Bucket(
                        Percentile.toMs(Math.max(0, bucket.lower()), inSeconds),
                        Percentile.toMs(bucket.upper(), inSeconds),
                        bucket.count()))
                .toList());
    }

    static boolean isOfNothing(List<RawBucket> buckets) {
        // Also where a count is NaN, as in a moment without traffic.
        return !(buckets.stream().mapToDouble(RawBucket::count).sum() > 0);
    }
}
