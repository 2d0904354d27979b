package dev.shipgate.retrystorm;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TrafficPointTest {

    @Test
    void dividesAttemptsByWhatCausedThem() {
        TrafficPoint point = point(100L, 150L, 300L, 0.1);

        assertThat(point.attemptRatio()).isEqualTo(3.0);
        assertThat(point.clientAmplification()).isEqualTo(1.5);
        assertThat(point.serviceAmplification()).isEqualTo(2.0);
        assertThat(point.missing()).isEmpty();
    }

    @Test
    void doesNotRound() {
        assertThat(point(1_000L, null, 1_799L, 0.1).attemptRatio()).isEqualTo(1.799);
        assertThat(point(3L, null, 4L, 0.1).attemptRatio()).isEqualTo(4 / 3.0);
    }

    @Test
    void countsNoCauseAsOne() {
        TrafficPoint point = point(0L, 0L, 7L, 0.1);

        assertThat(point.attemptRatio()).isEqualTo(7.0);
        assertThat(point.clientAmplification()).isEqualTo(0.0);
        assertThat(point.serviceAmplification()).isEqualTo(7.0);
    }

    @Test
    void hasNoAmplificationWithoutClientAttempts() {
        TrafficPoint point = point(10L, null, 20L, 0.1);

        assertThat(point.attemptRatio()).isEqualTo(2.0);
        assertThat(point.clientAmplification()).isNull();
        assertThat(point.serviceAmplification()).isNull();
        assertThat(point.missing()).isEmpty();
    }

    @Test
    void hasNoRatioWithoutBothOfItsNumbers() {
        assertThat(point(null, 10L, 20L, 0.1).attemptRatio()).isNull();
        assertThat(point(10L, 10L, null, 0.1).attemptRatio()).isNull();
    }

    @Test
    void namesWhatIsMissingInTheOrderOfTheRequest() {
        assertThat(point(null, null, null, null).missing())
                .containsExactly("user_turns", "service_attempts", "dependency_error_rate");
        assertThat(point(1L, null, 1L, null).missing()).containsExactly("dependency_error_rate");
    }

    private static TrafficPoint point(
            @Nullable Long userTurns,
            @Nullable Long clientAttempts,
            @Nullable Long serviceAttempts,
            @Nullable Double dependencyErrorRate) {
        return TrafficPoint.of(0L, userTurns, clientAttempts, serviceAttempts, dependencyErrorRate, Map.of());
    }

    @Test
    void aMinuteIsANumberWhateverTheCallerSent() {
        assertThat(at(-7L).minuteNumber()).isEqualTo(-7);
        assertThat(at(Instant.parse("1970-01-01T00:02:59.9Z")).minuteNumber()).isEqualTo(2);
        assertThat(at(Instant.parse("1969-12-31T23:59:59Z")).minuteNumber()).isEqualTo(-1);
    }

    private static TrafficPoint at(Object minute) {
        return TrafficPoint.of(minute, 1L, null, 1L, 0.0, Map.of());
    }
}
