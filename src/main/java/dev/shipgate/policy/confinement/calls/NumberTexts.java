package dev.shipgate.policy.confinement.calls;

import dev.shipgate.policy.confinement.Replaces;
import dev.shipgate.policy.confinement.limits.EvaluationAllowance;
import java.math.BigDecimal;
import java.util.regex.Pattern;
import org.drools.modelcompiler.util.EvaluationUtil;
import org.jspecify.annotations.Nullable;

/** Numbers that rules read from texts. The platform puts a text that is none into its message, however long. */
public final class NumberTexts {

    private static final int MAX_CHARS = 100;

    private static final Pattern DIGITS = Pattern.compile("[-+]?[\\p{Nd}.]+(?:[eE][-+]?\\p{Nd}+)?");

    private NumberTexts() {}

    private static String text(String number) {
        if (number.length() > MAX_CHARS) {
            throw new NumberFormatException("Not a number of at most " + MAX_CHARS + " characters.");
        }
        EvaluationAllowance.takeValue();
        return number;
    }

    @Replaces(value = Integer.class, isStatic = true)
    public static int parseInt(String number) {
        return Integer.parseInt(text(number));
    }

    @Replaces(value = Long.class, isStatic = true)
    public static long parseLong(String number) {
        return Long.parseLong(text(number));
    }

    @Replaces(value = Double.class, isStatic = true)
    public static double parseDouble(String number) {
        return Double.parseDouble(text(number));
    }

    @Replaces(value = Integer.class, name = "valueOf", isStatic = true)
    public static Integer integerOf(String number) {
        return Integer.valueOf(text(number));
    }

    @Replaces(value = Long.class, name = "valueOf", isStatic = true)
    public static Long longOf(String number) {
        return Long.valueOf(text(number));
    }

    @Replaces(value = Double.class, name = "valueOf", isStatic = true)
    public static Double doubleOf(String number) {
        return Double.valueOf(text(number));
    }

    /** The decimal that the compiler makes of a number that is compared with a decimal. */
    @Replaces(value = EvaluationUtil.class, isStatic = true)
    public static @Nullable BigDecimal toBigDecimal(@Nullable Object number) {
        BigDecimal decimal = EvaluationUtil.toBigDecimal(number instanceof String text ? Decimals.text(text) : number);
        EvaluationAllowance.takeDigits(decimal == null ? 0 : decimal.precision());
        return decimal;
    }

    @Replaces(value = EvaluationUtil.class, isStatic = true)
    public static boolean greaterThanStringsAsNumbers(String one, String other) {
        return EvaluationUtil.greaterThanStringsAsNumbers(notLong(one), notLong(other));
    }

    @Replaces(value = EvaluationUtil.class, isStatic = true)
    public static boolean lessThanStringsAsNumbers(String one, String other) {
        return EvaluationUtil.lessThanStringsAsNumbers(notLong(one), notLong(other));
    }

    @Replaces(value = EvaluationUtil.class, isStatic = true)
    public static boolean greaterOrEqualStringsAsNumbers(String one, String other) {
        return EvaluationUtil.greaterOrEqualStringsAsNumbers(notLong(one), notLong(other));
    }

    @Replaces(value = EvaluationUtil.class, isStatic = true)
    public static boolean lessOrEqualStringsAsNumbers(String one, String other) {
        return EvaluationUtil.lessOrEqualStringsAsNumbers(notLong(one), notLong(other));
    }

    /** A text that the engine compares as a number where it is one. To read one of very many digits takes minutes. */
    private static @Nullable String notLong(@Nullable String text) {
        return text != null && text.length() > MAX_CHARS && DIGITS.matcher(text).matches() ? text(text) : text;
    }
}
