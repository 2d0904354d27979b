package dev.shipgate.ingest.prometheus;

import dev.shipgate.ingest.mapping.Mapping;
import dev.shipgate.ingest.measure.BucketBounds;
import dev.shipgate.ingest.measure.Histogram;
import dev.shipgate.ingest.measure.P95;
import dev.shipgate.ingest.measure.ResultSink;
import dev.shipgate.ingest.measure.Summary;
import dev.shipgate.ingest.read.UnreadableResultException;
import dev.shipgate.number.Numbers;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Reports the measurements that an answer has of one field. */
final class FieldMeasurements {

    private static final Summary NOT_MEASURED = new Summary(P95.UNKNOWN, null, null);

    private static final double MAX_SAMPLES = 1L << 53;

    private final MeasuredField field;
    private final Mapping mapping;
    private final ResultSink sink;
    private final FieldNotes notes;

    FieldMeasurements(MeasuredField field, Mapping mapping, ResultSink sink) {
        this.field = field;
        this.mapping = mapping;
        this.sink = sink;
        this.notes = new FieldNotes(field);
    }

    void report(Map<String, PrometheusSeries> byName) {
        byName.forEach(this::report);
        notes.report(sink);
    }

    private void report(String name, PrometheusSeries series) {
        if (!series.histograms().isEmpty()) {
            reportHistograms(name, series.histograms());
            return;
        }
        List<Double> values = series.values();
        if (values.isEmpty()) {
            reportNothing(name);
            return;
        }
        notes.points(series.points().size(), values.size());
        QuantileLabel.require(field, series).ifPresent(sink::note);
        boolean isMeasured = QuantileLabel.isOf(series);
        if (field.isDuration()) {
            reportDuration(name, values, isMeasured);
        } else if (field.percentile() != null && !isMeasured) {
            reportEstimate(name);
        } else {
            requireFinite(name, values);
            reportNumber(name, field.worst(values));
        }
    }

    private void reportNothing(String name) {
        sink.summary(name, NOT_MEASURED);
        notes.nothingMeasured(name);
    }

    private void reportHistograms(String name, List<RawHistogram> histograms) {
        List<RawHistogram> busy = histograms.stream()
                .filter(histogram -> !histogram.isOfNothing())
                .toList();
        notes.points(histograms.size(), busy.size());
        if (busy.isEmpty()) {
            reportNothing(name);
            return;
        }
        List<Histogram> durations = busy.stream()
                .map(histogram -> histogram.durations(field.inSeconds()))
                .toList();
        durations.stream()
                .flatMap(histogram -> histogram.unbounded(what(name), percentile(histogram)).stream())
                .findFirst()
                .ifPresent(sink::note);
        if (busy.get(0).hasAllBuckets()) {
            durations.stream()
                    .flatMap(histogram -> histogram.remark().stream())
                    .findFirst()
                    .ifPresent(remark -> sink.note("\"" + name + "\": " + remark));
        }
        reportPercentile(
                name,
                durations.stream().map(this::percentile).reduce(P95::worst).orElseThrow());
    }

    private P95 percentile(Histogram durations) {
        return durations.percentile(Objects.requireNonNull(field.percentile()).doubleValue());
    }

    private void reportDuration(String name, List<Double> values, boolean isMeasured) {
        if (values.contains(Double.NEGATIVE_INFINITY)) {
            throw notFinite(name, Double.NEGATIVE_INFINITY);
        }
        notes.duration(Collections.max(values));
        QueriedPercentile percentile =
                isMeasured ? QueriedPercentile.measured(values, field.inSeconds()) : estimated(values);
        boolean isPercentile = field.percentile() != null;
        if (percentile.why() != null && (isPercentile || percentile.valueMs() == null)) {
            sink.note(percentile.describe(what(name)));
        }
        if (isPercentile || percentile.valueMs() == null) {
            reportPercentile(name, percentile.p95());
        } else {
            // Nobody says that it is a percentile: a mean is no estimate.
            reportOther(name, percentile.valueMs());
        }
    }

    private QueriedPercentile estimated(List<Double> values) {
        BucketBounds buckets = mapping.askBuckets();
        notes.buckets(buckets);
        return QueriedPercentile.worst(values, field.inSeconds(), buckets);
    }

    /** A request has bounds only for p95_ms. For another field the higher bound counts, or the value is not known. */
    private void reportPercentile(String name, P95 percentile) {
        Double atMost = percentile.atMostMs();
        if (field.isP95()) {
            sink.summary(name, new Summary(percentile, null, null));
        } else if (atMost != null) {
            sink.note(what(name) + " is only known to be at most " + Numbers.forPeople(atMost)
                    + " ms, the end of its bucket, which counts.");
            reportOther(name, atMost);
        } else if (percentile.ms() != null) {
            reportOther(name, percentile.ms());
        } else {
            sink.summary(name, NOT_MEASURED);
        }
    }

    private void reportEstimate(String name) {
        sink.summary(name, NOT_MEASURED);
        sink.note(what(name) + " is not known: a percentile that Prometheus calculates is an estimate "
                + "within a bucket. If it was measured, give it the label quantile in the query.");
    }

    private String what(String name) {
        return (field.isP95() ? "The percentile" : field.name()) + " of \"" + name + "\"";
    }

    private void reportNumber(String name, double value) {
        switch (field.name()) {
            case MeasuredField.ERROR_RATE -> sink.summary(name, new Summary(P95.UNKNOWN, value, null));
            case MeasuredField.SAMPLES -> sink.summary(name, new Summary(P95.UNKNOWN, null, samples(name, value)));
            default -> reportOther(name, value);
        }
    }

    /** Beside a summary of nothing: a route of which nothing was reported at all would be one of 0 samples. */
    private void reportOther(String name, double value) {
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

    private void requireFinite(String name, List<Double> values) {
        for (double value : values) {
            if (Double.isInfinite(value)) {
                throw notFinite(name, value);
            }
        }
    }

    private UnreadableResultException notFinite(String name, double value) {
        return new UnreadableResultException(field.name() + " of \"" + name + "\" is " + (value > 0 ? "+Inf" : "-Inf")
                + ". It must be a finite number, or NaN where nothing was measured.");
    }
}
