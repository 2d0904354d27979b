package dev.shipgate.number;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** Numbers for people and for answers. */
public final class Numbers {

    private Numbers() {}

    /** Without exponent and without a fraction of zero: {@code 900}, {@code 0.0004}. */
    public static String plain(@Nullable Double value) {
        if (value == null) {
            return "missing";
        }
        return Double.isFinite(value)
                ? BigDecimal.valueOf(value).stripTrailingZeros().toPlainString()
                : value.toString();
    }

    /** Rounds half to even, on the exact binary value: {@code 2.675} is a little less, and becomes 2.67. */
    public static double round(double value, int decimals) {
        return new BigDecimal(value).setScale(decimals, RoundingMode.HALF_EVEN).doubleValue();
    }
}
