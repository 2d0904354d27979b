package dev.shipgate.json;

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

    boolean holds(double value) {
        return value >= min && value <= max;
    }

    /** A guess at what the caller meant, or nothing. */
    String hint(double value) {
        return max == 1 && Math.abs(value) > 1 && Math.abs(value) <= 100 ? " Maybe it is a percentage?" : "";
    }
}
