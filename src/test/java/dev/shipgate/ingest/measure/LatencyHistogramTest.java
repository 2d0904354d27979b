package dev.shipgate.ingest.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.shipgate.statistics.PercentileRanks;
import java.util.Arrays;
import java.util.Optional;
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
        assertThat(of(TimeUnit.MILLISECONDS).p95()).isEqualTo(P95.UNKNOWN);
    }

    @Test
    void ofOneRequestItIsThatOne() {
        assertThat(of(TimeUnit.MILLISECONDS, 351).p95().ms()).isEqualTo(351);
    }

    /** Rank 0.95 * (n + 1): of 18 and fewer that is beyond the last, of 19 it is the last. */
    @ParameterizedTest
    @CsvSource({"2, 2", "18, 18", "19, 19", "20, 19.95", "99, 95", "100, 95.95", "200, 190.95"})
    void ofTheNumbersFromOneItIsTheInterpolatedRank(int count, double p95) {
        assertThat(of(TimeUnit.MILLISECONDS, LongStream.rangeClosed(1, count).toArray())
                        .p95()
                        .ms())
                .isEqualTo(p95, within(1e-9));
    }

    @Test
    void unitsBecomeMilliseconds() {
        assertThat(of(TimeUnit.MICROSECONDS, 9_900).p95().ms()).isEqualTo(9.9);
        assertThat(of(TimeUnit.NANOSECONDS, 3_000_000).p95().ms()).isEqualTo(3.0, within(3e-4));
    }

    @Test
    void wholeMillisecondsAreExactUpToHalfAMinute() {
        assertThat(of(TimeUnit.MILLISECONDS, 29_999).p95().ms()).isEqualTo(29_999);
    }

    @Test
    void theIntervalIsOfTheSamplesAtItsRanks() {
        assertThat(of(TimeUnit.MILLISECONDS, LongStream.rangeClosed(1, 100).toArray())
                        .p95())
                .isEqualTo(P95.measured(95.95, 90, 99));
    }

    @Test
    void thereIsNoIntervalOfFewerThan59() {
        assertThat(of(TimeUnit.MILLISECONDS, LongStream.rangeClosed(1, 58).toArray())
                        .p95())
                .isEqualTo(P95.of(56.05));
        assertThat(of(TimeUnit.MILLISECONDS, LongStream.rangeClosed(1, 59).toArray())
                        .p95())
                .isEqualTo(P95.measured(57, 50, 59));
    }

    @Test
    void endsThatAreNotKeptExactlyAreRoundedOutwards() {
        long[] durations = LongStream.range(0, 100).map(i -> 40_001).toArray();
        assertThat(of(TimeUnit.MICROSECONDS, durations).p95()).isEqualTo(P95.measured(40, 40, 40.001));
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
            P95 p95 = of(TimeUnit.MILLISECONDS, durations).p95();
            Arrays.sort(durations);
            double rank = 0.95 * (durations.length + 1);
            int below = (int) Math.min(durations.length, Math.max(1, Math.floor(rank)));
            long lower = durations[below - 1];
            long upper = durations[Math.min(durations.length, below + 1) - 1];
            assertThat(p95.ms())
                    .as("seed " + seed + ", round " + round)
                    .isEqualTo(lower + Math.max(0, rank - below) * (upper - lower), within(1e-6));
            Optional<PercentileRanks> ranks = PercentileRanks.of(durations.length, 0.95, 0.95);
            assertThat(p95.lowMs())
                    .as("seed " + seed + ", round " + round)
                    .isEqualTo(
                            ranks.map(of -> (double) durations[of.lower() - 1]).orElse(null));
            assertThat(p95.highMs())
                    .as("seed " + seed + ", round " + round)
                    .isEqualTo(
                            ranks.map(of -> (double) durations[of.upper() - 1]).orElse(null));
        }
    }
}
