package dev.shipgate.ingest.measure;

import dev.shipgate.json.JsonObject;
import dev.shipgate.number.Range;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The finite upper bounds of the buckets of a histogram in milliseconds, as given by somebody who knows them.
 *
 * @param ms in ascending order, at least one; the largest alone where {@code areAll} is false
 * @param areAll whether there are no others
 */
public record BucketBounds(List<Double> ms, boolean areAll) {

    private static final String ALL = "buckets_ms";
    private static final String LARGEST = "largest_bucket_ms";

    private static final int MAX_BUCKETS = 1_000;

    /** Keeps the bounds from being changed. */
    public BucketBounds {
        ms = List.copyOf(ms);
    }

    /** Those of a mapping; null when it says none. */
    static @Nullable public BucketBounds read(JsonObject fields) {
        Double largest = fields.number(LARGEST, Range.NOT_NEGATIVE);
        if (!fields.has(ALL)) {
            return largest == null ? null : new BucketBounds(List.of(largest), false);
        }
        List<Double> all = all(fields.value(ALL));
        if (all.isEmpty()) {
            fields.invalid(
                    ALL,
                    "must be a list of 1 to " + MAX_BUCKETS
                            + " numbers of milliseconds above 0, each larger than the one before, such as [100, 250, 500].");
            return null;
        }
        if (largest != null) {
            fields.contradictory(LARGEST, "must not stand beside buckets_ms, whose last one is the largest.");
        }
        return new BucketBounds(all, true);
    }

    /** All bounds; none when the value is not a valid list of them. */
    private static List<Double> all(@Nullable Object value) {
        if (!(value instanceof List<?> elements) || elements.size() > MAX_BUCKETS) {
            return List.of();
        }
        List<Double> bounds = new ArrayList<>();
        double before = 0;
        for (Object element : elements) {
            if (!(element instanceof Number number)
                    || !(number.doubleValue() > before)
                    || !Double.isFinite(number.doubleValue())) {
                return List.of();
            }
            before = number.doubleValue();
            bounds.add(before);
        }
        return bounds;
    }

    /** The largest finite bound. */
    public double largestMs() {
        return ms.get(ms.size() - 1);
    }

    /**
     * The ends of the bucket of a percentile below the largest bound: as narrow as they are known, 0 and the largest at
     * worst.
     */
    public P95 around(double estimateMs) {
        double lower = 0;
        for (double bound : ms) {
            if (estimateMs <= bound) {
                return P95.within(estimateMs, lower, bound);
            }
            lower = bound;
        }
        return P95.between(lower, null);
    }
}
