package dev.shipgate.retrystorm;

import dev.shipgate.policy.ForRules;
import java.util.Objects;

/**
 * The finding that retries amplify the failure of a dependency.
 *
 * @param point when
 * @param action the action to take against it, in lower case with underscores
 */
@ForRules
public record StormAlert(TrafficPoint point, String action) {

    public StormAlert {
        Objects.requireNonNull(point, "point of an alert");
        Objects.requireNonNull(action, "action of an alert");
    }
}
