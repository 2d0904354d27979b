package dev.shipgate.retrystorm;

import dev.shipgate.json.Numbers;

/**
 * The thresholds that hold. A point at both of them, or above, alerts.
 *
 * @param attemptRatio service attempts per user turn
 * @param dependencyErrorRate failed requests to the dependency over all of them, 0 to 1
 */
public record Thresholds(double attemptRatio, double dependencyErrorRate) {

    public Thresholds {
        attemptRatio = Numbers.requireFinite(attemptRatio, "threshold of the attempt ratio");
        dependencyErrorRate = Numbers.requireFinite(dependencyErrorRate, "threshold of the dependency error rate");
    }
}
