package dev.shipgate.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
        assertThatThrownBy(() -> histogram(50.0, 900.0, 0, 0, 0, 9, 0).p95())
                .isInstanceOf(UnreadableResultException.class)
                .hasMessage(
                        "Durations from 1000 to 2500 ms were counted, but the shortest is 50 and the longest 900 ms.");
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
}
