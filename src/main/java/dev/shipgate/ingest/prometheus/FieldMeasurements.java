package dev.shipgate.ingest.prometheus;

import dev.shipgate.ingest.Mapping;
import dev.shipgate.ingest.P95;
import dev.shipgate.ingest.ResultSink;
import dev.shipgate.ingest.Summary;
import dev.shipgate.ingest.UnreadableResultException;
import dev.shipgate.number.Numbers;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Tells what an answer measured of one field. */
final class FieldMeasurements {

    private static final Summary NOT_MEASURED = new Summary(P95.UNKNOWN, null, null);

    private static final double MAX_SAMPLES = 1L << 53;

    private final MeasuredField field;
    private final @Nullable Double largestBucketMs;
    private final ResultSink sink;
    private final List<String> notMeasured = new ArrayList<>();
    private double highestMs;
    private long idle;
    private int mostPoints;

    FieldMeasurements(MeasuredField field, Mapping mapping, ResultSink sink) {
        this.field = field;
        this.largestBucketMs = mapping.largestBucketMs();
        this.sink = sink;
    }

    void tell(Map<String, Series> byName) {
        byName.forEach(this::tell);
        if (!notMeasured.isEmpty()) {
            sink.note("Nothing was measured of " + field.name() + " of "
                    + SeriesReader.shortened(String.join(", ", notMeasured)) + ": all of its points are NaN.");
        }
        if (idle > 0) {
            sink.note(idle + " points of " + field.name() + " are NaN, moments without traffic, and are left out.");
        }
        if (field.isDuration() && !field.inSeconds() && highestMs > 0 && highestMs < 1) {
            sink.note("All of " + field.name() + " are below 1 ms. Are they seconds? Then name the field "
                    + field.name().replaceFirst("_ms$", "_seconds") + ".");
        }
        if (mostPoints > 1) {
            sink.note("The value of " + field.name() + " is the worst of up to " + mostPoints + " points of a range.");
        }
    }

    private void tell(String name, Series series) {
        List<Double> values = series.values();
        if (values.isEmpty()) {
            sink.summary(name, NOT_MEASURED);
            notMeasured.add(name);
            return;
        }
        idle += series.points().size() - values.size();
        mostPoints = Math.max(mostPoints, values.size());
        if (field.isDuration()) {
            tellDuration(name, series, values);
        } else {
            tellNumber(name, finite(name, field.worst(values), values));
        }
    }

    private void tellDuration(String name, Series series, List<Double> values) {
        if (values.contains(Double.NEGATIVE_INFINITY)) {
            throw notFinite(name, Double.NEGATIVE_INFINITY);
        }
        highestMs = Math.max(highestMs, Collections.max(values));
        Percentile percentile = Percentile.worst(values, field.inSeconds(), largestBucketMs);
        if (percentile.why() != null) {
            sink.note(percentile.told(name));
        }
        if (field.name().equals(MeasuredField.P95)) {
            requireP95(series);
            sink.summary(name, new Summary(percentile.p95(), null, null));
        } else if (percentile.ms() == null) {
            sink.summary(name, NOT_MEASURED);
        } else {
            tellOther(name, percentile.ms());
        }
    }

    /** A Summary of a client library has its percentiles as series of their own. */
    private void requireP95(Series series) {
        String quantile = series.labels().get("quantile");
        if (quantile == null || quantile.equals("0.95")) {
            return;
        }
        if (!quantile.matches("0\\.9[5-9]\\d{0,10}")) {
            throw new UnreadableResultException("The series " + SeriesReader.shortened(series.toString())
                    + " is of the quantile " + SeriesReader.shortened(quantile) + ". Ask for {quantile=\"0.95\"}.");
        }
        sink.note("The quantile " + quantile + " is taken as the 95th percentile, and is no lower.");
    }

    private void tellNumber(String name, double value) {
        switch (field.name()) {
            case MeasuredField.ERROR_RATE -> sink.summary(name, new Summary(P95.UNKNOWN, value, null));
            case MeasuredField.SAMPLES -> sink.summary(name, new Summary(P95.UNKNOWN, null, samples(name, value)));
            default -> tellOther(name, value);
        }
    }

    /** Beside a summary of nothing: a route of which nothing was told at all would be one of 0 samples. */
    private void tellOther(String name, double value) {
        sink.summary(name, NOT_MEASURED);
        sink.metric(name, field.name(), value);
    }

    /** Rounded down: {@code increase()} extrapolates, and so has fractions. */
    private static long samples(String name, double value) {
        if (value > MAX_SAMPLES) {
            throw new UnreadableResultException(
                    "samples of \"" + name + "\" is " + Numbers.forPeople(value) + ", too many to be counted.");
        }
        return (long) Math.floor(value);
    }

    private double finite(String name, double worst, List<Double> values) {
        for (double value : values) {
            if (Double.isInfinite(value)) {
                throw notFinite(name, value);
            }
        }
        return worst;
    }

    private UnreadableResultException notFinite(String name, double value) {
        return new UnreadableResultException(field.name() + " of \"" + name + "\" is " + (value > 0 ? "+Inf" : "-Inf")
                + ". It must be a finite number, or NaN where nothing was measured.");
    }
}
