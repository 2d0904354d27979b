package dev.shipgate.ingest.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shipgate.ingest.read.UnreadableResultException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HistogramTest {

    /** With buckets up to 100, 250, 1000 and 2500 ms, and one for all above. */
    private static Histogram histogram(@Nullable Double minMs, @Nullable Double maxMs, double... counts) {
        double[] bounds = {0, 100, 250, 1_000, 2_500, Double.POSITIVE_INFINITY};
        List<Bucket> buckets = new ArrayList<>();
        for (int i = 0; i < counts.length; i++) {
            buckets.add(new Bucket(bounds[i], bounds[i + 1], counts[i]));
        }
        return new Histogram(buckets, minMs, maxMs);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "null",
            value = {
                "null, null, 0, 900, 0, 100, 0, 1000, 1750, 2500",
                "null, 2400, 0, 900, 0, 100, 0, 1000, 1750, 2400",
                "null, 1200, 0, 900, 0, 100, 0, 1000, 1200, 1200",
                "2000, null, 0, 0, 0, 100, 0, 2000, 2425, 2500",
                "null, null, 95, 5, 0, 0, 0, 0, 100, 100",
                "null, null, 94, 6, 0, 0, 0, 100, 125, 250",
                "null, 4000, 0, 0, 0, 0, 7, 2500, 4000, 4000"
            })
    void knowsThePercentileWithinItsBucketWhichTheExtremesNarrow(
            @Nullable Double min,
            @Nullable Double max,
            double first,
            double second,
            double third,
            double fourth,
            double last,
            double atLeast,
            double estimate,
            double atMost) {
        assertThat(histogram(min, max, first, second, third, fourth, last).p95())
                .isEqualTo(P95.within(estimate, atLeast, atMost));
    }

    @Test
    void knowsALowerBoundAloneBeyondTheLargestBucket() {
        assertThat(histogram(null, null, 10, 0, 0, 0, 90).p95()).isEqualTo(P95.between(2_500.0, null));
    }

    @Test
    void knowsNothingWithoutBounds() {
        assertThat(Histogram.of(List.of(new Bucket(0, Double.POSITIVE_INFINITY, 7)))
                        .p95())
                .isEqualTo(P95.UNKNOWN);
    }

    @Test
    void refusesALongestDurationBelowTheBucketsThatHaveAny() {
        assertThatThrownBy(() -> histogram(50.0, 900.0, 0, 0, 0, 9, 0))
                .isInstanceOf(UnreadableResultException.class)
                .hasMessage("Durations from 1000 to 2500 ms were counted, but the longest is 900 ms.");
    }

    /** The percentile is in the bucket up to 250 ms, and at most 200 ms only if the 40 longer durations were none. */
    @Test
    void refusesALongestDurationBelowAnyBucketThatHasSome() {
        assertThatThrownBy(() -> histogram(null, 200.0, 0, 960, 0, 40, 0))
                .hasMessage("Durations from 1000 to 2500 ms were counted, but the longest is 200 ms.");
        assertThat(histogram(null, 2_500.0, 0, 960, 0, 40, 0).p95().atMostMs()).isEqualTo(250);
    }

    @Test
    void refusesAShortestDurationAboveAnyBucketThatHasSome() {
        assertThatThrownBy(() -> histogram(150.0, null, 1, 0, 0, 99, 0))
                .hasMessage("Durations from 0 to 100 ms were counted, but the shortest is 150 ms.");
        assertThatThrownBy(() -> histogram(2_000.0, 1_500.0, 0, 0, 0, 9, 0))
                .hasMessage("The shortest duration, 2000 ms, is longer than the longest one, 1500 ms.");
    }

    @Test
    void takesExtremesAtTheEndsOfTheirBuckets() {
        assertThatCode(() -> histogram(100.0, 1_000.0, 9, 0, 0, 1, 0)).doesNotThrowAnyException();
    }

    @Test
    void roundsTheEstimateAndNeverABound() {
        assertThat(histogram(null, 239.051277, 0, 3, 0, 0, 0).p95()).isEqualTo(P95.within(239.051277, 100, 239.051277));
        assertThat(histogram(null, null, 0, 7, 11, 0, 0).p95()).isEqualTo(P95.within(938.636, 250, 1_000));
    }

    @Test
    void knowsOtherPercentilesToo() {
        assertThat(histogram(null, null, 0, 900, 0, 100, 0).percentile(0.5)).isEqualTo(P95.within(183.333, 100, 250));
        assertThat(histogram(null, null, 0, 900, 0, 100, 0).percentile(0.99))
                .isEqualTo(P95.within(2_350, 1_000, 2_500));
    }

    @ParameterizedTest
    @ValueSource(doubles = {190_000, 420_000, 475_000})
    void takesASumThatItsBucketsAllow(double sumMs) {
        assertThatCode(() -> histogram(null, null, 0, 900, 0, 100).requireSum(sumMs))
                .doesNotThrowAnyException();
    }

    @Test
    void refusesASumThatContradictsItsBucketsAndWondersAtTheUnit() {
        Histogram histogram = histogram(null, null, 0, 900, 0, 100);

        assertThatThrownBy(() -> histogram.requireSum(420_000_000))
                .hasMessage(
                        "The sum of the durations, 420000000 ms, contradicts the buckets: the 1000 durations in them are "
                                + "together at least 190000 and at most 475000 ms. It would be right with another unit: maybe "
                                + "milliseconds were recorded where seconds are declared, or seconds where milliseconds are.");
        assertThatThrownBy(() -> histogram.requireSum(480_000))
                .hasMessage(
                        "The sum of the durations, 480000 ms, contradicts the buckets: the 1000 durations in them are "
                                + "together at least 190000 and at most 475000 ms.");
    }

    @Test
    void wondersAtBucketsThatTellNothingApart() {
        assertThat(histogram(null, null, 0, 0, 0, 0, 20).remark())
                .contains(
                        "All durations are beyond the largest bucket, 2500 ms. Maybe milliseconds were recorded in buckets "
                                + "made for seconds?");
        assertThat(histogram(null, null, 20, 0, 0, 0, 0).remark())
                .contains(
                        "All durations are in the smallest bucket, up to 100 ms. Maybe seconds were recorded in buckets "
                                + "made for milliseconds?");
        assertThat(histogram(null, null, 19, 1, 0, 0, 0).remark()).isEmpty();
        assertThat(histogram(null, null, 0, 20, 0, 0, 0).remark()).isEmpty();
        assertThat(histogram(null, null, 19, 0, 0, 0, 0).remark()).isEmpty();
    }

    @Test
    void wondersAtBoundsThatLookLikeSeconds() {
        Histogram seconds = Histogram.of(List.of(
                new Bucket(0, 0.25, 0.1), new Bucket(0.25, 10, 0.2), new Bucket(10, Double.POSITIVE_INFINITY, 0)));

        assertThat(seconds.remark())
                .contains("The largest bucket ends at 10 ms. Maybe its bounds are seconds, and not milliseconds?");
        assertThat(Histogram.of(List.of(new Bucket(0, 60, 1))).remark()).isPresent();
        assertThat(Histogram.of(List.of(new Bucket(0, 61, 1))).remark()).isEmpty();
        assertThat(Histogram.of(List.of(new Bucket(0, Double.POSITIVE_INFINITY, 1)))
                        .remark())
                .isEmpty();
    }
}
