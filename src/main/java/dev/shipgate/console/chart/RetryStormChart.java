package dev.shipgate.console.chart;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shipgate.console.chart.picture.Chart;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Attempts for each turn and the errors of a dependency over time, with the storms that were found.
 *
 * @param points each later than the one before, and all of whole numbers or all of times
 * @param windows the storms
 * @param thresholds the thresholds that hold: a point that reaches both can be part of a storm
 * @param usual the usual traffic
 */
public record RetryStormChart(List<Point> points, List<Window> windows, Levels thresholds, Levels usual) {

    public RetryStormChart {
        points = List.copyOf(points);
        windows = List.copyOf(windows);
    }

    /**
     * One minute of traffic. Numbers are 0 or more, and null when they were not measured.
     *
     * @param dependencyErrorRate failed requests to the dependency over all, 0 to 1
     * @param alerts whether it is part of a storm
     * @param amplifiedBy {@code client}, {@code service} or {@code both}; empty when that is not known
     */
    public record Point(
            Minute minute,
            @Nullable Long userTurns,
            @Nullable Long clientAttempts,
            @Nullable Long serviceAttempts,
            @Nullable Double dependencyErrorRate,
            boolean alerts,
            String amplifiedBy) {

        public Point {
            userTurns = Measured.count(userTurns);
            clientAttempts = Measured.count(clientAttempts);
            serviceAttempts = Measured.count(serviceAttempts);
            dependencyErrorRate = Measured.rate(dependencyErrorRate);
        }

        /** Service attempts for each turn; null when one of the numbers is. */
        @Nullable
        Double attemptRatio() {
            return serviceAttempts == null || userTurns == null
                    ? null
                    : serviceAttempts / (double) Math.max(userTurns, 1);
        }
    }

    /** A storm, from its first minute to its last. */
    public record Window(Minute start, Minute end) {}

    /**
     * A level of each of the two numbers.
     *
     * @param attemptRatio service attempts for each turn, 0 or more; null for none
     * @param dependencyErrorRate 0 to 1; null for none
     */
    public record Levels(
            @Nullable Double attemptRatio, @Nullable Double dependencyErrorRate) {

        /** No level of either. */
        public static final Levels NONE = new Levels(null, null);

        public Levels {
            attemptRatio = Measured.notNegative(attemptRatio);
            dependencyErrorRate = Measured.rate(dependencyErrorRate);
        }
    }

    /**
     * The chart of a request and its answer, which may be of any version or neither; empty when the request has no
     * point with a minute.
     */
    public static Optional<Chart> of(JsonNode request, JsonNode answer) {
        return new StormReader(request, answer).read().chart();
    }

    /** The chart; empty without points. */
    public Optional<Chart> chart() {
        return points.isEmpty() ? Optional.empty() : Optional.of(new StormDrawing(this).chart());
    }
}
