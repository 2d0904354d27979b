package dev.shipgate.ingest.measure;

import dev.shipgate.number.Numbers;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.HistogramIterationValue;
import org.HdrHistogram.PackedHistogram;
import org.jspecify.annotations.Nullable;

/**
 * Durations of any number of requests, in memory that does not grow with their number. Kept to four digits: whole
 * milliseconds are exact up to half a minute, whole microseconds up to 32 ms.
 */
public final class LatencyHistogram {

    /**
     * How the percentile is found: the sixth of the nine definitions of Hyndman and Fan (1996), which JMeter uses too.
     */
    public static final String P95_METHOD = "of all requests, failed ones included: the value at rank 0.95 * (n + 1), "
            + "interpolated (Hyndman-Fan 6)";

    private static final int DIGITS = 4;

    /** Hundredths of a microsecond. The digits that come after them are binary noise. */
    private static final int DECIMALS = 5;

    private final TimeUnit unit;
    private final PackedHistogram histogram = new PackedHistogram(DIGITS);

    LatencyHistogram(TimeUnit unit) {
        this.unit = unit;
    }

    void add(long duration) {
        histogram.recordValue(duration);
    }

    /** The 95th percentile in milliseconds; null of nothing. */
    @Nullable
    Double p95Ms() {
        long count = histogram.getTotalCount();
        if (count == 0) {
            return null;
        }
        // In hundredths, so that the fraction is the same as in decimals.
        long rank = 95 * (count + 1);
        long below = Math.min(count, Math.max(1, rank / 100));
        long above = Math.min(count, below + 1);
        double fraction = rank < 100 ? 0 : rank % 100 / 100.0;
        long[] around = valuesAtRanks(below, above);
        double p95 = around[0] + fraction * (around[1] - around[0]);
        return Numbers.toDecimals(p95 / unit.convert(1, TimeUnit.MILLISECONDS), DECIMALS);
    }

    /** Both in one walk, as one through long durations takes its time. */
    private long[] valuesAtRanks(long below, long above) {
        long[] values = new long[2];
        for (HistogramIterationValue value : histogram.recordedValues()) {
            long count = value.getTotalCountToThisValue();
            long lowest = histogram.lowestEquivalentValue(value.getValueIteratedTo());
            if (count - value.getCountAddedInThisIterationStep() < below && count >= below) {
                values[0] = lowest;
            }
            if (count >= above) {
                values[1] = lowest;
                return values;
            }
        }
        throw new IllegalStateException("No value at rank " + above);
    }
}
