package dev.shipgate.http;

/** Places in the tree of paths. */
public final class PathPlace {

    private PathPlace() {}

    /** Whether a path is a place, such as {@code /console}, or one below it. */
    public static boolean isAtOrBelow(String place, String path) {
        return path.equals(place) || path.startsWith(place + "/");
    }
}
