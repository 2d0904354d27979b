package dev.shipgate.ingest.otlp;

import dev.shipgate.ingest.ResultSink;
import dev.shipgate.ingest.Summary;
import dev.shipgate.ingest.UnreadableResultException;
import dev.shipgate.number.Numbers;
import org.jspecify.annotations.Nullable;

/** All requests of one route, of all processes, methods and statuses. */
final class RouteTotals {

    private final String name;
    private final Source source;
    private @Nullable Buckets sum;
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
    void add(Source from, Buckets buckets, @Nullable Boolean areFailed) {
        if (!from.equals(source)) {
            throw new UnreadableResultException("The route \"" + Fields.shortened(name) + "\" is measured by " + source
                    + " and by " + from + ". Export each to a file of its own, and import the one that is meant.");
        }
        sum = sum == null ? buckets : sum.plus(buckets);
        if (areFailed == null) {
            isOutcomeKnown &= buckets.count() == 0;
        } else if (areFailed) {
            failed = Sums.add(failed, buckets.count());
        }
    }

    void tell(ResultSink sink) {
        if (sum == null || sum.count() == 0) {
            sink.summary(name, Summary.ofCounts(null, 0, 0));
            return;
        }
        Buckets.Percentile p95 = sum.p95();
        if (p95.ms() == null) {
            sink.note("The p95 of \"" + name + "\" is "
                    + (p95.atLeastMs() == null
                            ? "not known: its histogram has no buckets."
                            : "only known to be at least " + Numbers.forPeople(p95.atLeastMs())
                                    + " ms: it is in the last bucket, which has no upper bound."));
        }
        if (!isOutcomeKnown) {
            sink.note("The error rate of \"" + name
                    + "\" is not known: some requests have neither a status code nor an " + "error.type.");
        }
        sink.summary(
                name,
                new Summary(
                        p95.ms(), p95.atLeastMs(), isOutcomeKnown ? (double) failed / sum.count() : null, sum.count()));
    }
}
