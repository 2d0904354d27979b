package dev.shipgate.retrystorm;

import dev.shipgate.context.ReleaseMeasurements;
import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;

/** The traffic of a release as a whole, for later releases to be compared with. */
final class UsualTraffic {

    private UsualTraffic() {}

    /**
     * All service attempts over all user turns of the points that have both, and the mean of the dependency error
     * rates. Nothing where no user asked for a turn, or no point has an error rate.
     */
    static ReleaseMeasurements of(List<TrafficPoint> points) {
        double turns = 0;
        double attempts = 0;
        for (TrafficPoint point : points) {
            Long userTurns = point.userTurns();
            Long serviceAttempts = point.serviceAttempts();
            if (userTurns != null && serviceAttempts != null) {
                turns += userTurns;
                attempts += serviceAttempts;
            }
        }
        OptionalDouble errors = points.stream()
                .map(TrafficPoint::dependencyErrorRate)
                .filter(Objects::nonNull)
                .mapToDouble(Double::doubleValue)
                .average();
        return turns > 0 && errors.isPresent()
                ? ReleaseMeasurements.ofTraffic(attempts / turns, errors.getAsDouble())
                : ReleaseMeasurements.NONE;
    }
}
