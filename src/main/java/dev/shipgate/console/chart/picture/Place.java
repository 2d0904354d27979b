package dev.shipgate.console.chart.picture;

/** A place in a picture, with one decimal: more cannot be seen, and makes pages larger. */
public record Place(double x, double y) {

    private static final double TENTHS = 10;

    public Place {
        x = rounded(x);
        y = rounded(y);
    }

    public static double rounded(double place) {
        // Adding zero makes -0.0 the 0 that it is as a place.
        return Math.rint(place * TENTHS) / TENTHS + 0.0;
    }

    /** A number of a path, in as few characters as it takes. */
    public static String text(double place) {
        double rounded = rounded(place);
        return rounded == Math.rint(rounded) ? Long.toString((long) rounded) : Double.toString(rounded);
    }

    public String text() {
        return text(x) + " " + text(y);
    }
}
