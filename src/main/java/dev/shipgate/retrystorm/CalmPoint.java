package dev.shipgate.retrystorm;

/**
 * The finding that a point was judged and is no storm. A point with neither this nor a
 * {@link StormAlert} was not evaluated.
 *
 * @param point when
 */
public record CalmPoint(TrafficPoint point) {}
