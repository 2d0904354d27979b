package dev.shipgate.number;

import java.util.List;

/**
 * What numbers a field takes, both ends included.
 *
 * @param words what the message asks for
 */
public record Range(double min, double max, String words) {

    public static final Range ANY = new Range(-Double.MAX_VALUE, Double.MAX_VALUE, "a number");
    public static final Range NOT_NEGATIVE = new Range(0, Double.MAX_VALUE, "a number, 0 or more");
    public static final Range RATIO = new Range(0, 1, "a number between 0 and 1");
    public static final Range DELTA = new Range(-1, 1, "a number between -1 and 1");

    private static final List<String> NEVER_NEGATIVE = List.of("_ms", "_rate", "_count", "samples");

    /** That of a metric of which only its name is known: times, rates and counts are never negative. */
    public static Range ofMetric(String name) {
        return NEVER_NEGATIVE.stream().anyMatch(name::endsWith) ? NOT_NEGATIVE : ANY;
    }

    /**
     * The number itself, where one is needed that is in this range.
     *
     * @param what it is, for the message
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

    /** A guess at what the caller meant, or nothing. */
    public String hint(double value) {
        return max == 1 && Math.abs(value) > 1 && Math.abs(value) <= 100 ? " Maybe it is a percentage?" : "";
    }
}
