package dev.shipgate.retrystorm;

import dev.shipgate.retrystorm.RetryStormAnswer.Window;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Follows the points in their order and notes each run of alerts. A run ends at a point that does not alert, and where
 * points are missing: where the next one is further away than points of this traffic are.
 */
final class StormWindows {

    /** Of the usual distance between two points. Instants are rarely exact, so a little more is no gap yet. */
    private static final double LONGEST_DISTANCE = 1.5;

    /** With fewer points no distance is usual but the one that points of minutes have. */
    private static final int FEWEST_POINTS = 3;

    private static final double SECONDS_OF_A_MINUTE = 60;

    private final double longestDistance;
    private final List<Window> windows = new ArrayList<>();
    private @Nullable Window current;

    /** @param points all points of the traffic, in order */
    StormWindows(List<TrafficPoint> points) {
        this.longestDistance = LONGEST_DISTANCE * usualDistance(points);
    }

    /**
     * The median: neither two points that happen to be close nor a gap changes it. Of two in the middle the smaller.
     */
    private static double usualDistance(List<TrafficPoint> points) {
        if (points.size() < FEWEST_POINTS) {
            return points.stream().anyMatch(point -> point.minute() instanceof Instant) ? SECONDS_OF_A_MINUTE : 1;
        }
        double[] distances = IntStream.range(1, points.size())
                .mapToDouble(
                        i -> distance(points.get(i - 1).minute(), points.get(i).minute()))
                .sorted()
                .toArray();
        return distances[(distances.length - 1) / 2];
    }

    void next(TrafficPoint point, boolean alerting) {
        if (!alerting) {
            close();
            return;
        }
        if (current != null && distance(current.endMinute(), point.minute()) > longestDistance) {
            close();
        }
        double ratio = orZero(RetryStormAnswerBuilder.rounded(point.attemptRatio()));
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

    /** From one minute to a later one, in minutes or, between instants, in seconds. */
    private static double distance(Object minute, Object later) {
        if (minute instanceof Instant instant) {
            Duration between = Duration.between(instant, (Instant) later);
            return between.getSeconds() + between.getNano() / 1e9;
        }
        return (double) (Long) later - (double) (Long) minute;
    }

    /** A policy may alert on a point that lacks a number; it adds nothing to a peak. */
    private static double orZero(@Nullable Double value) {
        return value == null ? 0 : value;
    }
}
