package dev.shipgate.retrystorm;

import dev.shipgate.retrystorm.RetryStormAnswer.Window;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Follows the points in their order and notes each run of alerts. */
final class StormWindows {

    private final List<Window> windows = new ArrayList<>();
    private @Nullable Window current;

    void next(TrafficPoint point, boolean alerting) {
        if (!alerting) {
            close();
            return;
        }
        double ratio = orZero(RetryStormReport.rounded(point.attemptRatio()));
        double errorRate = orZero(point.dependencyErrorRate());
        current = current == null
                ? new Window(point.minute(), point.minute(), 1, ratio, errorRate)
                : new Window(
                        current.startMinute(),
                        point.minute(),
                        current.points() + 1,
                        Math.max(current.peakAttemptRatio(), ratio),
                        Math.max(current.peakDependencyErrorRate(), errorRate));
    }

    /** The windows up to the last point. */
    List<Window> windows() {
        close();
        return windows;
    }

    private void close() {
        if (current != null) {
            windows.add(current);
            current = null;
        }
    }

    /** A policy may alert on a point that lacks a number; it adds nothing to a peak. */
    private static double orZero(@Nullable Double value) {
        return value == null ? 0 : value;
    }
}
