package dev.shipgate.ingest.wrk;

import java.math.BigDecimal;
import java.util.Map;

/**
 * A time as wrk prints it: rounded, in the unit that suits it. The time itself is within half of the last digit.
 *
 * @param lowestMs the lowest time that is printed so, 0 or more
 * @param highestMs the highest one
 */
record Printed(double lowestMs, double highestMs) {

    private static final Map<String, BigDecimal> MILLIS = Map.of(
            "us", new BigDecimal("0.001"),
            "ms", BigDecimal.ONE,
            "s", new BigDecimal(1_000),
            "m", new BigDecimal(60_000),
            "h", new BigDecimal(3_600_000));

    private static final BigDecimal HALF = new BigDecimal("0.5");

    /**
     * Reads one.
     *
     * @param number digits, maybe with decimals
     * @param unit us, ms, s, m or h
     */
    static Printed of(String number, String unit) {
        BigDecimal printed = new BigDecimal(number);
        BigDecimal half = HALF.scaleByPowerOfTen(-printed.scale());
        BigDecimal millis = MILLIS.getOrDefault(unit, BigDecimal.ONE);
        return new Printed(
                printed.subtract(half).max(BigDecimal.ZERO).multiply(millis).doubleValue(),
                printed.add(half).multiply(millis).doubleValue());
    }
}
