package dev.shipgate.console.chart.picture;

import dev.shipgate.console.chart.picture.Chart.Point;

/** The outlines of points. They tell points apart without their colours. */
public enum Shape {
    DOT("M%s %sm-2.4 0a2.4 2.4 0 1 0 4.8 0a2.4 2.4 0 1 0 -4.8 0"),
    CIRCLE("M%s %sm-3.5 0a3.5 3.5 0 1 0 7 0a3.5 3.5 0 1 0 -7 0"),
    CROSS("M%s %sm-4 -4l8 8m0 -8l-8 8"),
    PLUS("M%s %sm-4 0h8m-4 -4v8"),
    TRIANGLE("M%s %sm0 -4.5l4.5 8h-9z"),
    DIAMOND("M%s %sm0 -4.5l4.5 4.5l-4.5 4.5l-4.5 -4.5z");

    /** The size of a box in the legend, in units of its own. */
    public static final int KEY_WIDTH = 20;

    public static final int KEY_HEIGHT = 14;

    private final String path;

    Shape(String path) {
        this.path = path;
    }

    public Point at(Place place, String kind, String says) {
        return new Point(kind, place.x(), place.y(), path(place), says);
    }

    public Chart.Key key(String kind, String text) {
        return new Chart.Key("point " + kind, path(new Place(KEY_WIDTH / 2.0, KEY_HEIGHT / 2.0)), text);
    }

    /** The line of the legend for a line of the chart. */
    public static Chart.Key lineKey(String kind, String text) {
        return new Chart.Key("line " + kind, "M0 " + KEY_HEIGHT / 2 + "h" + KEY_WIDTH, text);
    }

    private String path(Place place) {
        return path.formatted(Place.text(place.x()), Place.text(place.y()));
    }
}
