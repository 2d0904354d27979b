package dev.shipgate.retrystorm;

import java.util.Objects;

/**
 * The finding that a point was judged and is no storm. A point with neither this nor a
 * {@link StormAlert} was not evaluated.
 *
 * @param point when
 */
public record CalmPoint(TrafficPoint point) {

    public CalmPoint {
        Objects.requireNonNull(point, "calm point");
    }
}
