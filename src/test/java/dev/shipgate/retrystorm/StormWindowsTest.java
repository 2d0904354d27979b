package dev.shipgate.retrystorm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shipgate.retrystorm.RetryStormAnswer.Window;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class StormWindowsTest {

    private final StormWindows windows = windowsOf(0L, 1L, 2L);

    @Test
    void thereIsNoneWithoutAlerts() {
        windows.next(point(0L, 1, 0.1), false);

        assertThat(windows.windows()).isEmpty();
    }

    @Test
    void theLastWindowEndsWithTheLastPoint() {
        windows.next(point(0L, 1, 0.1), false);
        windows.next(point(1L, 2, 0.1), true);
        windows.next(point(2L, 2.5, 0.3), true);

        assertThat(windows.windows()).containsExactly(new Window(1L, 2L, 2, 2.5, 0.3));
    }

    @Test
    void aPointWithoutAnAlertSeparatesTwoWindowsWithOwnPeaks() {
        windows.next(point(0L, 4, 0.9), true);
        windows.next(point(1L, 9, 1.0), false);
        windows.next(point(2L, 2, 0.1), true);

        assertThat(windows.windows()).containsExactly(new Window(0L, 0L, 1, 4.0, 0.9), new Window(2L, 2L, 1, 2.0, 0.1));
    }

    @Test
    void thePeakRatioHasTwoDecimalsAndThePeakErrorRateAllOfThem() {
        windows.next(point(0L, 2.3456, 0.123456), true);

        assertThat(windows.windows()).containsExactly(new Window(0L, 0L, 1, 2.35, 0.123456));
    }

    /** A policy may alert on less than the shipped one does. */
    @Test
    void aNumberThatAnAlertingPointLacksAddsNothingToAPeak() {
        windows.next(point(0L, 2, null), true);
        windows.next(TrafficPoint.of(1L, null, null, null, 0.2, Map.of()), true);

        assertThat(windows.windows()).containsExactly(new Window(0L, 1L, 2, 2.0, 0.2));
    }

    @Test
    void minutesMayBeInstants() {
        Instant first = Instant.parse("2026-11-23T10:00:00Z");
        Instant last = Instant.parse("2026-11-23T10:01:00Z");
        StormWindows windows = windowsOf(first, last);
        windows.next(point(first, 2, 0.1), true);
        windows.next(point(last, 2, 0.1), true);

        assertThat(windows.windows()).containsExactly(new Window(first, last, 2, 2.0, 0.1));
    }

    @Test
    void aGapWithoutPointsEndsAWindow() {
        StormWindows windows = windowsOf(0L, 1L, 3L, 4L);
        for (long minute : List.of(0L, 1L, 3L, 4L)) {
            windows.next(point(minute, 2, 0.1), true);
        }

        assertThat(windows.windows()).containsExactly(new Window(0L, 1L, 2, 2.0, 0.1), new Window(3L, 4L, 2, 2.0, 0.1));
    }

    @Test
    void pointsOfEveryFifthMinuteAreConsecutive() {
        StormWindows windows = windowsOf(0L, 5L, 10L);
        for (long minute : List.of(0L, 5L, 10L)) {
            windows.next(point(minute, 2, 0.1), true);
        }

        assertThat(windows.windows()).containsExactly(new Window(0L, 10L, 3, 2.0, 0.1));
    }

    @Test
    void inexactInstantsHaveNoGapAndAMissingMinuteIsOne() {
        Instant first = Instant.parse("2026-11-23T10:00:00.4Z");
        Instant second = Instant.parse("2026-11-23T10:00:59.9Z");
        Instant third = Instant.parse("2026-11-23T10:02:00.2Z");
        Instant fourth = Instant.parse("2026-11-23T10:04:00Z");
        StormWindows windows = windowsOf(first, second, third, fourth);
        for (Instant minute : List.of(first, second, third, fourth)) {
            windows.next(point(minute, 2, 0.1), true);
        }

        assertThat(windows.windows())
                .containsExactly(new Window(first, third, 3, 2.0, 0.1), new Window(fourth, fourth, 1, 2.0, 0.1));
    }

    @Test
    void twoPointsThatHappenToBeCloseMakeNoGapsOfTheOthers() {
        List<Instant> minutes = List.of(
                Instant.parse("2026-11-23T10:00:00Z"),
                Instant.parse("2026-11-23T10:00:20Z"),
                Instant.parse("2026-11-23T10:01:20Z"),
                Instant.parse("2026-11-23T10:02:20Z"));
        StormWindows windows = windowsOf(minutes.toArray());
        minutes.forEach(minute -> windows.next(point(minute, 2, 0.1), true));

        assertThat(windows.windows()).containsExactly(new Window(minutes.get(0), minutes.get(3), 4, 2.0, 0.1));
    }

    @Test
    void twoPointsAloneThatAreFurtherApartThanAMinuteAreTwoWindows() {
        StormWindows windows = windowsOf(1L, 10L);
        windows.next(point(1L, 2, 0.1), true);
        windows.next(point(10L, 2, 0.1), true);

        assertThat(windows.windows())
                .containsExactly(new Window(1L, 1L, 1, 2.0, 0.1), new Window(10L, 10L, 1, 2.0, 0.1));
    }

    private static StormWindows windowsOf(Object... minutes) {
        return new StormWindows(
                Stream.of(minutes).map(minute -> point(minute, 1, 0.0)).toList());
    }

    /** A point with ten thousand turns. */
    private static TrafficPoint point(Object minute, double attemptRatio, @Nullable Double dependencyErrorRate) {
        return TrafficPoint.of(minute, 10_000L, null, Math.round(attemptRatio * 10_000), dependencyErrorRate, Map.of());
    }
}
