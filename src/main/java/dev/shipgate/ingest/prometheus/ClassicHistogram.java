package dev.shipgate.ingest.prometheus;

import dev.shipgate.ingest.read.ShortText;
import dev.shipgate.ingest.read.UnreadableResultException;
import dev.shipgate.number.Numbers;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Joins the series of a classic histogram: one for each bucket, which its label {@code le} bounds, and which counts the
 * values of all lower buckets too.
 */
final class ClassicHistogram {

    static final String BOUND = "le";

    /** The part by which a count may go down from one bucket to a larger one, as their moments differ a little. */
    private static final double TOLERANCE = 0.01;

    private final Map<Double, Map<Double, Double>> countsByBoundByTime = new TreeMap<>();

    private ClassicHistogram() {}

    /** Labels can be compared, so that a map of them stays fast when they have one hash. Their order says nothing. */
    private record Labels(SortedMap<String, String> values) implements Comparable<Labels> {

        @Override
        public int compareTo(Labels other) {
            return toString().compareTo(other.toString());
        }

        @Override
        public String toString() {
            return values.toString();
        }
    }

    /** The histograms of series, by their labels other than that of the bound; other series as they are. */
    static List<PrometheusSeries> joined(List<PrometheusSeries> all) {
        Map<Labels, ClassicHistogram> histograms = new LinkedHashMap<>();
        List<PrometheusSeries> joined = new ArrayList<>();
        for (PrometheusSeries series : all) {
            String bound = series.labels().get(BOUND);
            if (bound == null) {
                joined.add(series);
            } else {
                SortedMap<String, String> labels = new TreeMap<>(series.labels());
                labels.remove(BOUND);
                histograms
                        .computeIfAbsent(new Labels(labels), first -> new ClassicHistogram())
                        .add(bound, series);
            }
        }
        histograms.forEach((labels, histogram) ->
                joined.add(new PrometheusSeries(labels.values(), List.of(), histogram.byTime(labels.toString()))));
        return joined;
    }

    private void add(String bound, PrometheusSeries series) {
        double upper = SeriesReader.value(bound, "The label " + BOUND);
        for (PrometheusSeries.Point point : series.points()) {
            Double before = countsByBoundByTime
                    .computeIfAbsent(point.atSeconds(), time -> new TreeMap<>())
                    .put(upper, point.value());
            if (before != null) {
                throw new UnreadableResultException("There are several series for the bucket " + BOUND + "=\"" + bound
                        + "\" of " + ShortText.line(series.labels().toString())
                        + ". Aggregate by (le, route) in the query.");
            }
        }
    }

    private List<RawHistogram> byTime(String labels) {
        List<RawHistogram> histograms = new ArrayList<>();
        countsByBoundByTime.values().forEach(counts -> histograms.add(histogram(counts, labels)));
        return histograms;
    }

    private static RawHistogram histogram(Map<Double, Double> counts, String labels) {
        return new RawHistogram(buckets(counts, labels), null, true);
    }

    /**
     * Counts that go down a little from one bucket to a larger one are of moments that differ a little: the highest so
     * far counts.
     */
    private static List<RawBucket> buckets(Map<Double, Double> counts, String labels) {
        if (!counts.containsKey(Double.POSITIVE_INFINITY)) {
            throw new UnreadableResultException("The histogram " + ShortText.line(labels)
                    + " has no bucket le=\"+Inf\", so that it is not known how many requests there were.");
        }
        List<RawBucket> buckets = new ArrayList<>();
        double lower = 0;
        double below = 0;
        for (Map.Entry<Double, Double> bucket : counts.entrySet()) {
            if (bucket.getValue() < below * (1 - TOLERANCE)) {
                throw fewer(labels, bucket, lower, below);
            }
            double upTo = Math.max(below, bucket.getValue());
            buckets.add(new RawBucket(lower, bucket.getKey(), upTo - below));
            lower = bucket.getKey();
            below = upTo;
        }
        return buckets;
    }

    private static UnreadableResultException fewer(
            String labels, Map.Entry<Double, Double> bucket, double smaller, double below) {
        return new UnreadableResultException("The bucket " + BOUND + "=\"" + bound(bucket.getKey())
                + "\" of the histogram " + ShortText.line(labels) + " has "
                + Numbers.forPeople(bucket.getValue(), below)
                + ", and the smaller one " + BOUND + "=\"" + bound(smaller) + "\" has "
                + Numbers.forPeople(below, bucket.getValue())
                + ". A bucket counts what is in smaller ones too. Are all of the buckets of one query?");
    }

    private static String bound(double value) {
        return Double.isInfinite(value) ? "+Inf" : Numbers.forPeople(value);
    }
}
