package dev.shipgate.retrystorm;

/**
 * The thresholds that hold. A point at both of them, or above, alerts.
 *
 * @param attemptRatio service attempts per user turn
 * @param dependencyErrorRate failed requests to the dependency over all of them, 0 to 1
 */
public record Thresholds(double attemptRatio, double dependencyErrorRate) {}
