package dev.shipgate.ingest.otlp;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shipgate.ingest.measure.Bucket;
import dev.shipgate.ingest.measure.Histogram;
import dev.shipgate.ingest.read.UnreadableResultException;
import dev.shipgate.number.Numbers;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Buckets that grow by a factor: with the base {@code 2^(2^-scale)}, bucket i holds the durations over {@code base^i}
 * and not over {@code base^(i + 1)}. Two histograms are added at the lower of their scales, where each bucket is
 * exactly some of the finer ones.
 */
final class ExponentialBuckets implements DurationBuckets {

    /** So many for one route; fewer are 1 % wide over the range from 1 ms to a minute. */
    private static final int MAX_SPAN = 1_024;

    private static final int LEAST_SCALE = -10;
    private static final int GREATEST_SCALE = 20;

    private final DurationUnit unit;
    private final int scale;
    private final double zeroThreshold;
    private final long zeroCount;
    private final long offset;
    private final long[] counts;
    private final long count;
    private final Extremes extremes;

    private ExponentialBuckets(
            DurationUnit unit,
            int scale,
            double zeroThreshold,
            long zeroCount,
            long offset,
            long[] counts,
            Extremes extremes) {
        this.unit = unit;
        this.scale = scale;
        this.zeroThreshold = zeroThreshold;
        this.zeroCount = zeroCount;
        this.offset = offset;
        this.counts = counts;
        this.count = Sums.add(zeroCount, Sums.of(counts));
        this.extremes = extremes;
    }

    static ExponentialBuckets read(JsonNode point, DurationUnit unit) {
        int scale = Fields.integer(point, "scale");
        if (scale < LEAST_SCALE || scale > GREATEST_SCALE) {
            throw new UnreadableResultException("\"scale\" must be between -10 and 20, but is " + scale + ".");
        }
        if (Sums.of(Fields.counts(point.path("negative"), "bucketCounts")) > 0) {
            throw new UnreadableResultException("There are negative durations: \"negative\" must have no counts.");
        }
        JsonNode positive = point.path("positive");
        ExponentialBuckets buckets = new ExponentialBuckets(
                unit,
                scale,
                Fields.number(point, "zeroThreshold"),
                Fields.count(point, "zeroCount"),
                Fields.integer(positive, "offset"),
                Fields.counts(positive, "bucketCounts"),
                Extremes.read(point, unit));
        Sums.requireTotal(buckets.count, Fields.count(point, "count"));
        return buckets;
    }

    @Override
    public long count() {
        return count;
    }

    @Override
    public int size() {
        return counts.length;
    }

    @Override
    public DurationBuckets plus(DurationBuckets other) {
        return combined(comparable(other), false);
    }

    @Override
    public DurationBuckets minus(DurationBuckets earlier) {
        return combined(comparable(earlier), true);
    }

    private ExponentialBuckets comparable(DurationBuckets other) {
        if (other instanceof ExponentialBuckets exponential
                && exponential.unit == unit
                && exponential.zeroThreshold == zeroThreshold) {
            return exponential;
        }
        throw new UnreadableResultException("Histograms of one route have different kinds of buckets, units or zero "
                + "thresholds, and cannot be added. Give all of them the same.");
    }

    private ExponentialBuckets combined(ExponentialBuckets other, boolean isSubtracted) {
        int common = Math.min(scale, other.scale);
        while (last(common, other) - first(common, other) >= MAX_SPAN) {
            common--;
        }
        long first = first(common, other);
        int span = (int) Math.max(0, last(common, other) - first + 1);
        long[] ours = counts(first, span, common);
        long[] theirs = other.counts(first, span, common);
        for (int i = 0; i < span; i++) {
            ours[i] = isSubtracted ? Sums.subtract(ours[i], theirs[i]) : Sums.add(ours[i], theirs[i]);
        }
        long zeros = isSubtracted ? Sums.subtract(zeroCount, other.zeroCount) : Sums.add(zeroCount, other.zeroCount);
        return new ExponentialBuckets(
                unit, common, zeroThreshold, zeros, first, ours, isSubtracted ? extremes : extremes.with(count, other));
    }

    private long first(int lowerScale, ExponentialBuckets other) {
        return Math.min(first(lowerScale), other.first(lowerScale));
    }

    private long last(int lowerScale, ExponentialBuckets other) {
        return Math.max(last(lowerScale), other.last(lowerScale));
    }

    /** The index of the first bucket at a lower scale; where there is none, one after all others. */
    private long first(int lowerScale) {
        return counts.length == 0 ? Integer.MAX_VALUE : offset >> (scale - lowerScale);
    }

    private long last(int lowerScale) {
        return counts.length == 0 ? Integer.MIN_VALUE : (offset + counts.length - 1) >> (scale - lowerScale);
    }

    /** The counts at a lower scale, from a bucket on. */
    private long[] counts(long first, int span, int lowerScale) {
        long[] coarser = new long[span];
        for (int i = 0; i < counts.length; i++) {
            coarser[(int) (((offset + i) >> (scale - lowerScale)) - first)] += counts[i];
        }
        return coarser;
    }

    @Override
    public Extremes extremes() {
        return extremes;
    }

    @Override
    public Histogram histogram() {
        List<Bucket> buckets = new ArrayList<>(counts.length + 1);
        buckets.add(new Bucket(0, unit.toMs(zeroThreshold), zeroCount));
        for (int i = 0; i < counts.length; i++) {
            if (counts[i] > 0) {
                // Bounds are calculated, and so rounded: outwards, so that they stay bounds.
                buckets.add(new Bucket(
                        Numbers.roundedDown(finiteMs(bound(offset + i))),
                        Numbers.roundedUp(finiteMs(bound(offset + i + 1))),
                        counts[i]));
            }
        }
        return new Histogram(buckets, extremes.minMs(), extremes.maxMs());
    }

    /** Nobody chose its bounds, and there are some for durations of any length. */
    @Override
    public Optional<String> remark() {
        return Optional.empty();
    }

    private double bound(long index) {
        return Math.pow(2, Math.scalb((double) index, -scale));
    }

    private double finiteMs(double value) {
        double ms = unit.toMs(value);
        if (!Double.isFinite(ms)) {
            throw new UnreadableResultException("A bucket with requests has no finite bound. Are \"scale\" (" + scale
                    + ") and \"offset\" (" + offset + ") right?");
        }
        return ms;
    }
}
