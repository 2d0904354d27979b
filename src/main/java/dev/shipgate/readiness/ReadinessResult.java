package dev.shipgate.readiness;

/**
 * The fact of what came out of the readiness of a release.
 *
 * @param ready whether it can ship
 */
public record ReadinessResult(boolean ready) {}
