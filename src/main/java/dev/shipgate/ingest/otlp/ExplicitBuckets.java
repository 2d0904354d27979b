package dev.shipgate.ingest.otlp;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shipgate.ingest.measure.Bucket;
import dev.shipgate.ingest.measure.Histogram;
import dev.shipgate.ingest.read.ShortText;
import dev.shipgate.ingest.read.UnreadableResultException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Buckets with given bounds: bucket i holds the durations over bound i - 1 and not over bound i, and the last bucket
 * holds all durations above.
 */
final class ExplicitBuckets implements DurationBuckets {

    private final double[] boundsMs;
    private final long[] counts;
    private final long count;
    private final Extremes extremes;

    private ExplicitBuckets(double[] boundsMs, long[] counts, Extremes extremes) {
        this.boundsMs = boundsMs;
        this.counts = counts;
        this.count = Sums.of(counts);
        this.extremes = extremes;
    }

    static ExplicitBuckets read(JsonNode point, DurationUnit unit) {
        double[] boundsMs = Fields.numbers(point, "explicitBounds");
        for (int i = 0; i < boundsMs.length; i++) {
            boundsMs[i] = unit.toMs(boundsMs[i]);
            if (i > 0 && boundsMs[i] <= boundsMs[i - 1]) {
                throw new UnreadableResultException("\"explicitBounds\" must increase, but "
                        + ShortText.line(point.path("explicitBounds").toString()) + " do not.");
            }
        }
        long count = Fields.count(point, "count");
        long[] counts = Fields.counts(point, "bucketCounts");
        Extremes extremes = Extremes.read(point, unit);
        if (counts.length == 0) {
            return withoutBuckets(boundsMs, count, extremes);
        }
        if (counts.length != boundsMs.length + 1) {
            throw new UnreadableResultException("There are " + counts.length + " \"bucketCounts\" and "
                    + boundsMs.length + " \"explicitBounds\". There must be one count more than bounds.");
        }
        Sums.requireTotal(Sums.of(counts), count);
        return new ExplicitBuckets(boundsMs, counts, extremes);
    }

    /** A histogram may leave its buckets out, and then is one without bounds. */
    private static ExplicitBuckets withoutBuckets(double[] boundsMs, long count, Extremes extremes) {
        if (boundsMs.length > 0 && count > 0) {
            throw new UnreadableResultException("There are \"explicitBounds\" and no \"bucketCounts\".");
        }
        long[] counts = new long[boundsMs.length + 1];
        counts[0] = count;
        return new ExplicitBuckets(boundsMs, counts, extremes);
    }

    @Override
    public long count() {
        return count;
    }

    @Override
    public int size() {
        return boundsMs.length + counts.length;
    }

    @Override
    public DurationBuckets plus(DurationBuckets other) {
        long[] sums = counts.clone();
        long[] added = countsOf(other);
        for (int i = 0; i < sums.length; i++) {
            sums[i] = Sums.add(sums[i], added[i]);
        }
        return new ExplicitBuckets(boundsMs, sums, extremes.with(count, other));
    }

    @Override
    public DurationBuckets minus(DurationBuckets earlier) {
        long[] differences = counts.clone();
        long[] before = countsOf(earlier);
        for (int i = 0; i < differences.length; i++) {
            differences[i] = Sums.subtract(differences[i], before[i]);
        }
        return new ExplicitBuckets(boundsMs, differences, extremes);
    }

    private long[] countsOf(DurationBuckets other) {
        if (other instanceof ExplicitBuckets explicit && Arrays.equals(boundsMs, explicit.boundsMs)) {
            return explicit.counts;
        }
        throw new UnreadableResultException("Histograms of one route have different buckets, and cannot be added. Give "
                + "all of them the same bounds.");
    }

    @Override
    public Extremes extremes() {
        return extremes;
    }

    @Override
    public Histogram histogram() {
        List<Bucket> buckets = new ArrayList<>(counts.length);
        for (int i = 0; i < counts.length; i++) {
            buckets.add(new Bucket(
                    i == 0 ? 0 : boundsMs[i - 1],
                    i == boundsMs.length ? Double.POSITIVE_INFINITY : boundsMs[i],
                    counts[i]));
        }
        return new Histogram(buckets, extremes.minMs(), extremes.maxMs());
    }

    @Override
    public Optional<String> remark() {
        return histogram().remark();
    }
}
