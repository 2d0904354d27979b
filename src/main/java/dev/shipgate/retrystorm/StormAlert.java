package dev.shipgate.retrystorm;

/**
 * The finding that retries amplify the failure of a dependency.
 *
 * @param point when
 * @param action what to do about it, in lower case with underscores
 */
public record StormAlert(TrafficPoint point, String action) {}
