package dev.shipgate.number;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/** The range of numbers that a field takes, both ends included. */
public enum Range {
    ANY(-Double.MAX_VALUE, Double.MAX_VALUE, "a number"),
    NOT_NEGATIVE(0, Double.MAX_VALUE, "a number, 0 or more"),
    AT_LEAST_ONE(1, Integer.MAX_VALUE, "a whole number, 1 or more"),
    RATIO(0, 1, "a number between 0 and 1"),
    DELTA(-1, 1, "a number between -1 and 1");

    private static final Pattern NEVER_NEGATIVE = Pattern.compile(
            "(?:.*_)?(?:ms|seconds|rate|count|samples|failed)|contradicting_status", Pattern.CASE_INSENSITIVE);
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final double min;
    private final double max;
    private final String words;

    Range(double min, double max, String words) {
        this.min = min;
        this.max = max;
        this.words = words;
    }

    public double min() {
        return min;
    }

    public double max() {
        return max;
    }

    /** The words for the number that a message asks for. */
    public String words() {
        return words;
    }

    /** That of a metric of which only its name is known: durations, rates and counts are never negative. */
    public static Range ofMetric(String name) {
        return NEVER_NEGATIVE.matcher(name).matches() ? NOT_NEGATIVE : ANY;
    }

    /**
     * The number itself, where one is needed that is in this range.
     *
     * @param what the name of the number, for the message
     * @throws OutOfRangeException when it is not, as when it is no finite number
     */
    public double require(double value, String what) {
        if (!holds(value)) {
            throw new OutOfRangeException(
                    "The " + what + " (" + Numbers.exact(value) + ") must be " + words + "." + hint(value));
        }
        // Adding zero makes -0.0, which compares as lower than 0, the same as 0.
        return value + 0.0;
    }

    public boolean holds(double value) {
        return value >= min && value <= max;
    }

    /** A guess at the mistake of the caller, or an empty text. */
    public String hint(double value) {
        return isMaybePercentage(value) ? " Maybe it is a percentage?" : "";
    }

    /** The part of a whole that a number stands for if it was meant as a percentage; empty if it hardly was. */
    public Optional<BigDecimal> partMeant(BigDecimal number) {
        return isMaybePercentage(number.doubleValue())
                ? Optional.of(number.divide(HUNDRED).stripTrailingZeros())
                : Optional.empty();
    }

    /** A number over 1, where there are parts of a whole, is mostly a percentage by mistake. */
    private boolean isMaybePercentage(double value) {
        return max == 1 && Math.abs(value) >= 1 && Math.abs(value) <= 100;
    }
}
