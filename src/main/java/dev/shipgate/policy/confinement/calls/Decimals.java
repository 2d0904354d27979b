package dev.shipgate.policy.confinement.calls;

import dev.shipgate.policy.confinement.Replaces;
import dev.shipgate.policy.confinement.limits.EvaluationAllowance;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.regex.Pattern;

/** Operations of rules on {@link BigDecimal}, whose numbers could otherwise have billions of digits. */
public final class Decimals {

    private static final int MAX_DIGITS = 1_000;

    private static final Pattern BOUNDED = Pattern.compile("[-+]?[0-9.]{1,100}(?:[eE][-+]?\\d{1,2})?");

    private Decimals() {}

    /** The text that a number is made from, before it is made. */
    public static String text(String number) {
        if (!BOUNDED.matcher(number).matches()) {
            throw new NumberFormatException("Not a number of at most 100 digits.");
        }
        return number;
    }

    private static BigDecimal bounded(BigDecimal number) {
        EvaluationAllowance.takeDigits(number.precision());
        if (Math.abs(number.scale()) > MAX_DIGITS || number.precision() > MAX_DIGITS) {
            throw new ArithmeticException("A number of a rule must have at most " + MAX_DIGITS + " digits.");
        }
        return number;
    }

    private static int bounded(int scale) {
        if (Math.abs((long) scale) > MAX_DIGITS) {
            throw new ArithmeticException("A number of a rule must have at most " + MAX_DIGITS + " digits.");
        }
        return scale;
    }

    @Replaces(BigDecimal.class)
    public static BigDecimal add(BigDecimal number, BigDecimal other) {
        return bounded(number.add(other));
    }

    @Replaces(BigDecimal.class)
    public static BigDecimal subtract(BigDecimal number, BigDecimal other) {
        return bounded(number.subtract(other));
    }

    @Replaces(BigDecimal.class)
    public static BigDecimal multiply(BigDecimal number, BigDecimal other) {
        return bounded(number.multiply(other));
    }

    @Replaces(BigDecimal.class)
    public static BigDecimal divide(BigDecimal number, BigDecimal other) {
        return bounded(number.divide(other));
    }

    @Replaces(BigDecimal.class)
    public static BigDecimal divide(BigDecimal number, BigDecimal other, RoundingMode rounding) {
        return bounded(number.divide(other, rounding));
    }

    @Replaces(BigDecimal.class)
    public static BigDecimal divide(BigDecimal number, BigDecimal other, int scale, RoundingMode rounding) {
        return bounded(number.divide(other, bounded(scale), rounding));
    }

    @Replaces(BigDecimal.class)
    public static BigDecimal divide(BigDecimal number, BigDecimal other, MathContext context) {
        return bounded(number.divide(other, context));
    }

    @Replaces(BigDecimal.class)
    public static BigDecimal remainder(BigDecimal number, BigDecimal other) {
        return bounded(number.remainder(other));
    }

    @Replaces(BigDecimal.class)
    public static BigDecimal add(BigDecimal number, BigDecimal other, MathContext context) {
        return bounded(number.add(other, context));
    }

    @Replaces(BigDecimal.class)
    public static BigDecimal subtract(BigDecimal number, BigDecimal other, MathContext context) {
        return bounded(number.subtract(other, context));
    }

    @Replaces(BigDecimal.class)
    public static BigDecimal multiply(BigDecimal number, BigDecimal other, MathContext context) {
        return bounded(number.multiply(other, context));
    }

    @Replaces(BigDecimal.class)
    public static BigDecimal remainder(BigDecimal number, BigDecimal other, MathContext context) {
        return bounded(number.remainder(other, context));
    }

    @Replaces(BigDecimal.class)
    public static BigDecimal setScale(BigDecimal number, int scale) {
        return bounded(number.setScale(bounded(scale)));
    }

    @Replaces(BigDecimal.class)
    public static BigDecimal setScale(BigDecimal number, int scale, RoundingMode rounding) {
        return bounded(number.setScale(bounded(scale), rounding));
    }
}
