package dev.shipgate.retrystorm;

/**
 * The finding of who makes more of it.
 *
 * @param point when
 * @param layer {@code client}, {@code service} or {@code both}
 */
public record Amplifier(TrafficPoint point, String layer) {}
