package dev.shipgate.number;

import com.fasterxml.jackson.core.io.NumberOutput;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * Numbers for people and for answers. A binary number is seldom the decimal one that somebody meant: 3 * 0.06 is
 * 0.18000000000000002. So what is calculated is told with {@value #SIGNIFICANT_DIGITS} significant digits.
 */
public final class Numbers {

    /** More would be digits that no measurement has. */
    public static final int SIGNIFICANT_DIGITS = 6;

    /** No double needs more to be told from all others. */
    private static final int DIGITS_OF_A_DOUBLE = 17;

    /** As many as a percentage needs: it says how far, and beside it stand the values. */
    private static final int DIGITS_OF_A_PERCENTAGE = 3;

    /** Outside of these, numbers are easier to read with an exponent. */
    private static final BigDecimal SMALLEST_PLAIN = new BigDecimal("1e-9");

    private static final BigDecimal LARGEST_PLAIN = new BigDecimal("1e15");

    private Numbers() {}

    /** All digits of a number, without a fraction of zero: {@code 900}, {@code 0.0004}, {@code 231.00000000000003}. */
    public static String exact(double value) {
        return Double.isFinite(value) ? written(shortest(value)) : Double.toString(value);
    }

    /**
     * A number as people read it, with at most {@value #SIGNIFICANT_DIGITS} significant digits, but never less than its
     * whole part: {@code 900}, {@code 231}, {@code 0.397494}, {@code 1234568}.
     *
     * @param value null for one that is not there, which is {@code missing}
     */
    public static String forPeople(@Nullable Number value) {
        return value == null ? "missing" : text(value, SIGNIFICANT_DIGITS);
    }

    /** The same beside another number: with more digits where it takes more to see that they are not equal. */
    public static String forPeople(double value, double beside) {
        int digits = SIGNIFICANT_DIGITS;
        while (value != beside
                && digits < DIGITS_OF_A_DOUBLE
                && text(value, digits).equals(text(beside, digits))) {
            digits++;
        }
        return text(value, digits);
    }

    /** A part of one in percent: {@code 12.5 %}, {@code -3900 %}, {@code 0.0125 %}. */
    public static String percent(double ratio) {
        if (!Double.isFinite(ratio)) {
            return ratio + " %";
        }
        BigDecimal percent = new BigDecimal(ratio).movePointRight(2);
        return written(percent.round(new MathContext(DIGITS_OF_A_PERCENTAGE, RoundingMode.HALF_EVEN))) + " %";
    }

    /** What was calculated, to {@value #SIGNIFICANT_DIGITS} significant digits. */
    public static double rounded(double value) {
        return Double.isFinite(value)
                ? rounded(new BigDecimal(value), SIGNIFICANT_DIGITS).doubleValue()
                : value;
    }

    /** The shortest decimal number that reads back as this one, whatever the version of the platform. */
    public static BigDecimal shortest(double value) {
        return new BigDecimal(NumberOutput.toString(value, true)).stripTrailingZeros();
    }

    /** Rounds half to even, on the exact binary value: {@code 2.675} is a little less, and becomes 2.67. */
    public static double round(double value, int decimals) {
        return new BigDecimal(value).setScale(decimals, RoundingMode.HALF_EVEN).doubleValue();
    }

    private static String text(Number value, int digits) {
        if (value instanceof Long || value instanceof Integer || value instanceof BigInteger) {
            return value.toString();
        }
        if (value instanceof BigDecimal decimal) {
            return text(decimal, digits);
        }
        double number = value.doubleValue();
        return Double.isFinite(number) ? text(new BigDecimal(number), digits) : Double.toString(number);
    }

    private static String text(BigDecimal value, int digits) {
        int wholeDigits = value.precision() - value.scale();
        return written(rounded(value, isPlain(value) ? Math.max(digits, wholeDigits) : digits));
    }

    private static BigDecimal rounded(BigDecimal value, int digits) {
        return value.round(new MathContext(digits, RoundingMode.HALF_EVEN));
    }

    private static String written(BigDecimal value) {
        BigDecimal stripped = value.stripTrailingZeros();
        return isPlain(stripped) ? stripped.toPlainString() : stripped.toString();
    }

    private static boolean isPlain(BigDecimal value) {
        BigDecimal size = value.abs();
        return size.signum() == 0 || (size.compareTo(SMALLEST_PLAIN) >= 0 && size.compareTo(LARGEST_PLAIN) < 0);
    }
}
