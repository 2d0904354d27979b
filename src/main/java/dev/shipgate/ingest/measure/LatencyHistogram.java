package dev.shipgate.ingest.measure;

import dev.shipgate.number.Numbers;
import dev.shipgate.statistics.PercentileRanks;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.HistogramIterationValue;
import org.HdrHistogram.PackedHistogram;

/**
 * Durations of any number of requests, in memory that does not grow with their number. Kept to four digits: whole
 * milliseconds are exact up to half a minute, whole microseconds up to 32 ms. The ends of a confidence interval are
 * rounded outwards where they are not, so that rounding takes nothing from its coverage.
 */
public final class LatencyHistogram {

    /**
     * How the percentile is found: the sixth of the nine definitions of Hyndman and Fan (1996), which JMeter uses too.
     */
    public static final String P95_METHOD = "of all requests, failed ones included: the value at rank 0.95 * (n + 1), "
            + "interpolated (Hyndman-Fan 6)";

    private static final double WANTED = 0.95;

    private static final double CONFIDENCE = 0.95;

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

    /** The 95th percentile, with its confidence interval where there are samples enough; unknown of nothing. */
    P95 p95() {
        long count = histogram.getTotalCount();
        if (count == 0) {
            return P95.UNKNOWN;
        }
        // In hundredths, so that the fraction is the same as in decimals.
        long rank = 95 * (count + 1);
        long below = Math.min(count, Math.max(1, rank / 100));
        long above = Math.min(count, below + 1);
        double fraction = rank < 100 ? 0 : rank % 100 / 100.0;
        Optional<PercentileRanks> interval = PercentileRanks.of(count, WANTED, CONFIDENCE);
        long[] found = valuesAtRanks(
                below,
                above,
                interval.map(PercentileRanks::lower).orElse(1),
                interval.map(PercentileRanks::upper).orElse(1));
        long lower = histogram.lowestEquivalentValue(found[0]);
        double ms = millis(lower + fraction * (histogram.lowestEquivalentValue(found[1]) - lower));
        return interval.isEmpty()
                ? P95.of(ms)
                : P95.measured(ms, millis((double) histogram.lowestEquivalentValue(found[2])), millis((double)
                        histogram.highestEquivalentValue(found[3])));
    }

    private double millis(double duration) {
        return Numbers.toDecimals(duration / unit.convert(1, TimeUnit.MILLISECONDS), DECIMALS);
    }

    /** All in one walk, as one through long durations takes its time. */
    private long[] valuesAtRanks(long... ranks) {
        long[] values = new long[ranks.length];
        long highest = Arrays.stream(ranks).max().orElse(0);
        for (HistogramIterationValue value : histogram.recordedValues()) {
            long count = value.getTotalCountToThisValue();
            long before = count - value.getCountAddedInThisIterationStep();
            for (int i = 0; i < ranks.length; i++) {
                if (before < ranks[i] && ranks[i] <= count) {
                    values[i] = value.getValueIteratedTo();
                }
            }
            if (count >= highest) {
                return values;
            }
        }
        throw new IllegalStateException("No value at rank " + highest);
    }
}
