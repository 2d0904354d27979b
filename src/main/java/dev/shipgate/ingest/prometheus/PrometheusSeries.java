package dev.shipgate.ingest.prometheus;

import java.util.List;
import java.util.Map;

/**
 * One series of an answer.
 *
 * @param labels without {@code __name__}, which is no label that a query groups by
 * @param points in the order of the answer
 * @param histograms one after the other; empty for a series of numbers
 */
record PrometheusSeries(Map<String, String> labels, List<Point> points, List<RawHistogram> histograms) {

    /** One of numbers. */
    PrometheusSeries(Map<String, String> labels, List<Point> points) {
        this(labels, points, List.of());
    }

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

    /** Whether it is a histogram, or a bucket of one. */
    boolean isOfHistogram() {
        return !histograms.isEmpty() || labels.containsKey(ClassicHistogram.BOUND);
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
