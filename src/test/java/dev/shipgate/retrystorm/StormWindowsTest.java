package dev.shipgate.retrystorm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shipgate.retrystorm.RetryStormAnswer.Window;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class StormWindowsTest {

    private final StormWindows windows = new StormWindows();

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
    void aPointThatDoesNotAlertSeparatesTwoWindowsWithPeaksOfTheirOwn() {
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
        windows.next(point(first, 2, 0.1), true);
        windows.next(point(last, 2, 0.1), true);

        assertThat(windows.windows()).containsExactly(new Window(first, last, 2, 2.0, 0.1));
    }

    /** A point with ten thousand turns. */
    private static TrafficPoint point(Object minute, double attemptRatio, @Nullable Double dependencyErrorRate) {
        return TrafficPoint.of(minute, 10_000L, null, Math.round(attemptRatio * 10_000), dependencyErrorRate, Map.of());
    }
}
