package dev.shipgate.ingest.prometheus;

import java.util.List;
import java.util.Map;

/**
 * One series of an answer.
 *
 * @param labels without {@code __name__}, which is no label that a query groups by
 * @param points in the order of the answer
 */
record Series(Map<String, String> labels, List<Point> points) {

    /**
     * A value at a time.
     *
     * @param atSeconds since 1970
     * @param value also NaN, which a query has where it divided 0 by 0, and infinite
     */
    record Point(double atSeconds, double value) {

        boolean isIdle() {
            return Double.isNaN(value);
        }
    }

    /** The values of all points at which something was measured. */
    List<Double> values() {
        return points.stream()
                .filter(point -> !point.isIdle())
                .map(Point::value)
                .toList();
    }

    @Override
    public String toString() {
        return labels.toString();
    }
}
