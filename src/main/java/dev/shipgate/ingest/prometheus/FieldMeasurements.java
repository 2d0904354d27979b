package dev.shipgate.ingest.prometheus;

import dev.shipgate.ingest.BucketBounds;
import dev.shipgate.ingest.Histogram;
import dev.shipgate.ingest.Mapping;
import dev.shipgate.ingest.P95;
import dev.shipgate.ingest.ResultSink;
import dev.shipgate.ingest.ShortText;
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

    /** The label of a Summary of a client library. */
    private static final String QUANTILE = "quantile";

    private final MeasuredField field;
    private final @Nullable BucketBounds buckets;
    private final ResultSink sink;
    private final List<String> notMeasured = new ArrayList<>();
    private double highestMs;
    private long idle;
    private int mostPoints;

    FieldMeasurements(MeasuredField field, Mapping mapping, ResultSink sink) {
        this.field = field;
        this.buckets = mapping.buckets();
        this.sink = sink;
    }

    void tell(Map<String, Series> byName) {
        byName.forEach(this::tell);
        if (!notMeasured.isEmpty()) {
            sink.note("Nothing was measured of " + field.name() + " of "
                    + ShortText.line(String.join(", ", notMeasured)) + ": all of its points are NaN.");
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
        if (!series.histograms().isEmpty()) {
            tellHistograms(name, series.histograms());
            return;
        }
        List<Double> values = series.values();
        if (values.isEmpty()) {
            tellNothing(name);
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

    private void tellNothing(String name) {
        sink.summary(name, NOT_MEASURED);
        notMeasured.add(name);
    }

    private void tellHistograms(String name, List<List<RawBucket>> histograms) {
        List<Histogram> busy = histograms.stream()
                .filter(buckets -> !RawBucket.isOfNothing(buckets))
                .map(buckets -> RawBucket.durations(buckets, field.inSeconds()))
                .toList();
        idle += histograms.size() - busy.size();
        mostPoints = Math.max(mostPoints, busy.size());
        if (busy.isEmpty()) {
            tellNothing(name);
            return;
        }
        P95 worst = busy.stream().map(Histogram::p95).reduce(P95::worst).orElseThrow();
        busy.stream()
                .flatMap(histogram -> histogram.unbounded("The percentile of \"" + name + "\"").stream())
                .findFirst()
                .ifPresent(sink::note);
        busy.stream()
                .flatMap(histogram -> histogram.remark().stream())
                .findFirst()
                .ifPresent(remark -> sink.note("\"" + name + "\": " + remark));
        sink.summary(name, new Summary(worst, null, null));
    }

    private void tellDuration(String name, Series series, List<Double> values) {
        if (values.contains(Double.NEGATIVE_INFINITY)) {
            throw notFinite(name, Double.NEGATIVE_INFINITY);
        }
        highestMs = Math.max(highestMs, Collections.max(values));
        boolean isMeasured = series.labels().containsKey(QUANTILE);
        Percentile percentile = isMeasured
                ? Percentile.measured(values, field.inSeconds())
                : Percentile.worst(values, field.inSeconds(), buckets);
        boolean isP95 = field.name().equals(MeasuredField.P95);
        if (percentile.why() != null && (isP95 || percentile.valueMs() == null)) {
            sink.note(percentile.told(name));
        }
        if (isP95) {
            requireP95(series);
            sink.summary(name, new Summary(percentile.p95(), null, null));
        } else if (percentile.valueMs() == null) {
            sink.summary(name, NOT_MEASURED);
        } else {
            // Of another field nobody says that it is a percentile: a mean is no estimate.
            tellOther(name, percentile.valueMs());
        }
    }

    /** A Summary of a client library has its percentiles as series of their own. */
    private void requireP95(Series series) {
        String quantile = series.labels().get(QUANTILE);
        if (quantile == null || quantile.equals("0.95")) {
            return;
        }
        if (!quantile.matches("0\\.9[5-9]\\d{0,10}")) {
            throw new UnreadableResultException("The series " + ShortText.line(series.toString())
                    + " is of the quantile " + ShortText.line(quantile) + ". Ask for {quantile=\"0.95\"}.");
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
