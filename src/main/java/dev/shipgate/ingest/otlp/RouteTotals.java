package dev.shipgate.ingest.otlp;

import dev.shipgate.ingest.measure.Histogram;
import dev.shipgate.ingest.measure.P95;
import dev.shipgate.ingest.measure.ResultSink;
import dev.shipgate.ingest.measure.Summary;
import dev.shipgate.ingest.read.ShortText;
import dev.shipgate.ingest.read.UnreadableResultException;
import org.jspecify.annotations.Nullable;

/** All requests of one route, of all processes, methods and statuses. */
final class RouteTotals {

    private final String name;
    private final Source source;
    private @Nullable DurationBuckets sum;
    private long failed;
    private boolean isOutcomeKnown = true;

    RouteTotals(String name, Source source) {
        this.name = name;
        this.source = source;
    }

    /**
     * Adds requests.
     *
     * @param areFailed null when nobody knows
     * @throws UnreadableResultException when they cannot be added to those that are there
     */
    void add(Source from, DurationBuckets buckets, @Nullable Boolean areFailed) {
        if (!from.equals(source)) {
            throw new UnreadableResultException("The route \"" + ShortText.line(name) + "\" is measured by " + source
                    + " and by " + from + ". Export each to a file of its own, and import the one that is meant.");
        }
        sum = sum == null ? buckets : sum.plus(buckets);
        if (areFailed == null) {
            isOutcomeKnown &= buckets.count() == 0;
        } else if (areFailed) {
            failed = Sums.add(failed, buckets.count());
        }
    }

    void report(ResultSink sink) {
        if (sum == null || sum.count() == 0) {
            sink.summary(name, Summary.ofCounts(P95.UNKNOWN, 0, 0));
            return;
        }
        Histogram histogram = sum.histogram();
        P95 p95 = histogram.p95();
        histogram.unbounded("The p95 of \"" + name + "\"", p95).ifPresent(sink::note);
        sum.remark().ifPresent(remark -> sink.note("\"" + name + "\": " + remark));
        if (!isOutcomeKnown) {
            sink.note("The error rate of \"" + name
                    + "\" is not known: some requests have neither a status code nor an " + "error.type.");
        }
        sink.summary(
                name,
                isOutcomeKnown ? Summary.ofCounts(p95, sum.count(), failed) : new Summary(p95, null, sum.count()));
    }
}
