package dev.shipgate.retrystorm;

import dev.shipgate.policy.ForRules;
import java.util.Objects;

/**
 * The finding that a point was judged and is no storm. A point with neither this nor a
 * {@link StormAlert} was not evaluated.
 *
 * @param point when
 */
@ForRules
public record CalmPoint(TrafficPoint point) {

    public CalmPoint {
        Objects.requireNonNull(point, "calm point");
    }
}
