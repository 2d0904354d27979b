package dev.shipgate.ingest.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LatencyHistogramTest {

    private static LatencyHistogram of(TimeUnit unit, long... durations) {
        LatencyHistogram histogram = new LatencyHistogram(unit);
        Arrays.stream(durations).forEach(histogram::add);
        return histogram;
    }

    @Test
    void ofNothingThereIsNoPercentile() {
        assertThat(of(TimeUnit.MILLISECONDS).p95Ms()).isNull();
    }

    @Test
    void ofOneRequestItIsThatOne() {
        assertThat(of(TimeUnit.MILLISECONDS, 351).p95Ms()).isEqualTo(351);
    }

    /** Rank 0.95 * (n + 1): of 18 and fewer that is beyond the last, of 19 it is the last. */
    @ParameterizedTest
    @CsvSource({"2, 2", "18, 18", "19, 19", "20, 19.95", "99, 95", "100, 95.95", "200, 190.95"})
    void ofTheNumbersFromOneItIsTheInterpolatedRank(int count, double p95) {
        assertThat(of(TimeUnit.MILLISECONDS, LongStream.rangeClosed(1, count).toArray())
                        .p95Ms())
                .isEqualTo(p95, within(1e-9));
    }

    @Test
    void unitsBecomeMilliseconds() {
        assertThat(of(TimeUnit.MICROSECONDS, 9_900).p95Ms()).isEqualTo(9.9);
        assertThat(of(TimeUnit.NANOSECONDS, 3_000_000).p95Ms()).isEqualTo(3.0, within(3e-4));
    }

    @Test
    void wholeMillisecondsAreExactUpToHalfAMinute() {
        assertThat(of(TimeUnit.MILLISECONDS, 29_999).p95Ms()).isEqualTo(29_999);
    }

    @Test
    void itIsThatOfTheSortedSamples() {
        long seed = System.nanoTime();
        System.out.println("LatencyHistogramTest seed " + seed);
        Random random = new Random(seed);
        for (int round = 0; round < 200; round++) {
            long[] durations = LongStream.generate(() -> (long) Math.exp(random.nextDouble() * 10))
                    .limit(1 + random.nextInt(3_000))
                    .toArray();
            Double p95 = of(TimeUnit.MILLISECONDS, durations).p95Ms();
            Arrays.sort(durations);
            double rank = 0.95 * (durations.length + 1);
            int below = (int) Math.min(durations.length, Math.max(1, Math.floor(rank)));
            long lower = durations[below - 1];
            long upper = durations[Math.min(durations.length, below + 1) - 1];
            assertThat(p95)
                    .as("seed " + seed + ", round " + round)
                    .isEqualTo(lower + Math.max(0, rank - below) * (upper - lower), within(1e-6));
        }
    }
}
