package dev.shipgate.number;

import com.fasterxml.jackson.core.io.NumberOutput;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * Numbers for people and for answers. A binary number is seldom the decimal one that somebody meant: 3 * 0.06 is
 * 0.18000000000000002. So calculated numbers are told with {@value #SIGNIFICANT_DIGITS} significant digits.
 */
public final class Numbers {

    /** More would be digits that no measurement has. */
    public static final int SIGNIFICANT_DIGITS = 6;

    /** As many digits of a decimal number as a binary one always keeps. The digits after them are noise. */
    private static final int DIGITS_WITHOUT_NOISE = 15;

    /** As many as a percentage needs: it says how far, and beside it stand the values. */
    private static final int DIGITS_OF_A_PERCENTAGE = 3;

    /** Outside of these, numbers are easier to read with an exponent. */
    private static final BigDecimal SMALLEST_PLAIN = new BigDecimal("1e-9");

    private static final BigDecimal LARGEST_PLAIN = new BigDecimal("1e15");

    /** Less is the noise of a calculation. */
    private static final double SMALLEST_PART = 1e-9;

    /** Numbers of sizes from this to below that are rounded in binary: for them there are powers of ten enough. */
    private static final double SMALLEST_IN_BINARY = 1e-9;

    private static final double END_IN_BINARY = 1e5;

    /** Binary numbers hold these without an error. The first and the last are there for logarithms that are rounded. */
    private static final double[] POWERS_OF_TEN = {
        1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15
    };

    /** Far more than the noise that calculating in binary adds to a number of six digits. */
    private static final double DOUBT = 1e-6;

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

    /**
     * The same beside another number: with more digits where it takes more to see that they are not equal. Numbers that
     * differ by binary noise alone are told as equal.
     */
    public static String forPeople(@Nullable Number value, @Nullable Number beside) {
        if (value == null || beside == null) {
            return forPeople(value);
        }
        for (int digits = SIGNIFICANT_DIGITS; digits <= DIGITS_WITHOUT_NOISE; digits++) {
            String text = text(value, digits);
            if (!text.equals(text(beside, digits))) {
                return text;
            }
        }
        return forPeople(value);
    }

    /**
     * A part of one in percent: {@code 12.5 %}, {@code -3900 %}, {@code 0.0125 %}. A part that is only noise is
     * {@code 0 %}.
     */
    public static String percent(double ratio) {
        if (!Double.isFinite(ratio)) {
            return ratio + " %";
        }
        BigDecimal percent = new BigDecimal(isNoise(ratio) ? 0 : ratio).movePointRight(2);
        return written(significant(percent, DIGITS_OF_A_PERCENTAGE, RoundingMode.HALF_EVEN)) + " %";
    }

    /** Whether a part of one is so small that only the noise of a calculation is. */
    public static boolean isNoise(double ratio) {
        return Math.abs(ratio) < SMALLEST_PART;
    }

    /** A calculated number, to {@value #SIGNIFICANT_DIGITS} significant digits. */
    public static double rounded(double value) {
        double size = Math.abs(value);
        return size >= SMALLEST_IN_BINARY && size < END_IN_BINARY
                ? roundedInBinary(value)
                : rounded(value, SIGNIFICANT_DIGITS);
    }

    /**
     * The same result without {@link BigDecimal}, as an answer has dozens of such numbers. Where the scaled number is
     * too near to half way for a binary number to tell on which side it lies, BigDecimal decides.
     */
    private static double roundedInBinary(double value) {
        int digitsBehindPoint = SIGNIFICANT_DIGITS - 1 - (int) Math.floor(Math.log10(Math.abs(value)));
        double power = POWERS_OF_TEN[digitsBehindPoint];
        double scaled = value * power;
        double whole = Math.rint(scaled);
        boolean isNearHalf = 0.5 - Math.abs(scaled - whole) < DOUBT;
        return isNearHalf ? rounded(value, SIGNIFICANT_DIGITS) : whole / power;
    }

    /**
     * A calculated number, to as many digits, but not more than it was: of a quantity that is at least so much.
     * Finite.
     */
    public static double roundedDown(double value) {
        return significant(shortest(value), SIGNIFICANT_DIGITS, RoundingMode.FLOOR)
                .doubleValue();
    }

    /** The same, but not less than it was: of a quantity that is at most so much. */
    public static double roundedUp(double value) {
        return significant(shortest(value), SIGNIFICANT_DIGITS, RoundingMode.CEILING)
                .doubleValue();
    }

    /**
     * The decimal number that was meant, of a calculation of few steps such as 210 * 1.1, which is 231.00000000000003.
     */
    public static double withoutNoise(double value) {
        return rounded(value, DIGITS_WITHOUT_NOISE);
    }

    private static double rounded(double value, int digits) {
        if (digits == DIGITS_WITHOUT_NOISE && isShortDecimal(value)) {
            // Adding zero makes -0.0 the 0 that it is as a decimal number.
            return value + 0.0;
        }
        return Double.isFinite(value)
                ? significant(new BigDecimal(value), digits, RoundingMode.HALF_EVEN)
                        .doubleValue()
                : value;
    }

    /**
     * Whether a number is written with at most 14 digits, of them 6 after its point, as most limits and measurements
     * are: rounded to more digits it stays as it is, which costs far less to see than to calculate.
     */
    private static boolean isShortDecimal(double value) {
        double millionths = Math.rint(value * 1e6);
        return Math.abs(millionths) < 1e14 && millionths / 1e6 == value;
    }

    private static BigDecimal significant(BigDecimal value, int digits, RoundingMode mode) {
        return value.round(new MathContext(digits, mode));
    }

    /** The shortest decimal number that reads back as this one, whatever the version of the platform. */
    public static BigDecimal shortest(double value) {
        return new BigDecimal(NumberOutput.toString(value, true)).stripTrailingZeros();
    }

    /**
     * A number with so many digits behind its point. Half is rounded to even, of the exact binary value: {@code 2.675}
     * is a little less, and becomes 2.67.
     */
    public static double toDecimals(double value, int decimals) {
        return new BigDecimal(value).setScale(decimals, RoundingMode.HALF_EVEN).doubleValue();
    }

    /** The product of two numbers as they are written: 1.5 times 1.6 is 2.4, and not 2.4000000000000004. */
    public static double product(double one, double other) {
        return Double.isFinite(one) && Double.isFinite(other)
                ? shortest(one).multiply(shortest(other)).doubleValue()
                : one * other;
    }

    private static String text(Number value, int digits) {
        if (value instanceof Long || value instanceof Integer || value instanceof BigInteger) {
            return value.toString();
        }
        if (value instanceof BigDecimal decimal) {
            return text(decimal, digits);
        }
        double number = value.doubleValue();
        if (!Double.isFinite(number)) {
            return Double.toString(number);
        }
        // A number with no more digits is told as it is. Others are rounded from the exact binary value, of up to 750
        // digits.
        BigDecimal shortest = shortest(number);
        return shortest.precision() <= digits && Math.abs(number) >= Double.MIN_NORMAL
                ? written(shortest)
                : text(new BigDecimal(number), digits);
    }

    private static String text(BigDecimal value, int digits) {
        int wholeDigits = value.precision() - value.scale();
        return written(
                significant(value, isPlain(value) ? Math.max(digits, wholeDigits) : digits, RoundingMode.HALF_EVEN));
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
