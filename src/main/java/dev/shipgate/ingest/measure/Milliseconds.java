package dev.shipgate.ingest.measure;

import dev.shipgate.number.Numbers;

/**
 * Durations of other units in milliseconds, calculated as decimals: 2.007 s are 2007 ms, and not 2007.0000000000002,
 * which is more than a budget of 2007.
 */
public final class Milliseconds {

    private static final int PER_SECOND = 3;
    private static final int PER_MICROSECOND = -3;
    private static final int PER_NANOSECOND = -6;

    private Milliseconds() {}

    public static double ofSeconds(double seconds) {
        return moved(seconds, PER_SECOND);
    }

    public static double ofMicros(double micros) {
        return moved(micros, PER_MICROSECOND);
    }

    public static double ofNanos(double nanos) {
        return moved(nanos, PER_NANOSECOND);
    }

    /** A value that is no number, or infinite, stays as it is. */
    private static double moved(double value, int decimals) {
        return Double.isFinite(value)
                ? Numbers.shortest(value).movePointRight(decimals).doubleValue()
                : value;
    }
}
