package dev.shipgate.console.chart;

import org.jspecify.annotations.Nullable;

/** Numbers that can have been measured. Any other is missing, so that one bad value costs no chart. */
final class Measured {

    private Measured() {}

    /** A finite number from 0 on; null for any other. */
    static @Nullable Double notNegative(@Nullable Double value) {
        return value != null && Double.isFinite(value) && value >= 0 ? value : null;
    }

    /** A number from 0 to 1; null for any other. */
    static @Nullable Double rate(@Nullable Double value) {
        return value != null && value >= 0 && value <= 1 ? value : null;
    }

    /** A whole number from 0 on; null for any other. */
    static @Nullable Long count(@Nullable Long value) {
        return value != null && value >= 0 ? value : null;
    }
}
