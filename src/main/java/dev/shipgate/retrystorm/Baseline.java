package dev.shipgate.retrystorm;

import dev.shipgate.json.Numbers;

/**
 * What is usual for this traffic.
 *
 * @param attemptRatio service attempts per user turn
 * @param dependencyErrorRate failed requests to the dependency over all of them, 0 to 1
 * @param source where it comes from: {@code caller} or {@code auto}
 */
public record Baseline(double attemptRatio, double dependencyErrorRate, String source) {

    public Baseline {
        attemptRatio = Numbers.requireFinite(attemptRatio, "usual attempt ratio");
        dependencyErrorRate = Numbers.requireFinite(dependencyErrorRate, "usual dependency error rate");
    }
}
