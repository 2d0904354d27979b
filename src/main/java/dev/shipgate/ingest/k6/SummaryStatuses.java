package dev.shipgate.ingest.k6;

import dev.shipgate.ingest.k6.metric.MetricKey;
import dev.shipgate.ingest.k6.metric.SummaryDocument;
import dev.shipgate.ingest.k6.metric.SummaryMetric;
import dev.shipgate.ingest.measure.ResultSink;
import java.util.Map;

/**
 * Successes that their status contradicts, as far as a summary tells them: it has how many requests ended with a status
 * where the test has a threshold on that, such as {@code http_reqs{status:500}}, of the whole test or of a route.
 */
final class SummaryStatuses {

    private final SummaryDocument summary;

    SummaryStatuses(SummaryDocument summary) {
        this.summary = summary;
    }

    /** Those that are of no certain route count against each. */
    void report(Map<String, MetricKey> routes, Notes notes, ResultSink sink) {
        long ofRoutes = routes.values().stream().mapToLong(this::contradicted).sum();
        long beside = Math.max(0, contradicted(K6.DURATION_OF_ALL) - ofRoutes);
        if (beside > 0 && !routes.isEmpty()) {
            notes.add(
                    "k6 calls at least ",
                    String.valueOf(beside),
                    " requests a success although their status is 400 or more or there was no response, and does not say of "
                            + "which route. They count against each, as contradicting.");
        }
        routes.forEach((name, route) ->
                sink.contradictingStatus(name, 0, Math.min(succeeded(route), contradicted(route) + beside)));
    }

    /** At least so many, as the failed ones may be among those of a bad status, or not. */
    private long contradicted(MetricKey route) {
        long judgedSuccesses = 0;
        long badStatus = 0;
        for (SummaryMetric metric : summary.all()) {
            if (isOfBadStatus(metric.key(), route)) {
                badStatus += metric.key().metric().equals(K6.REQUESTS) ? count(metric, "count") : 0;
                judgedSuccesses += metric.key().metric().equals(K6.FAILED) ? count(metric, "fails") : 0;
            }
        }
        return summary.find(route.of(K6.FAILED)).isEmpty()
                ? judgedSuccesses
                : Math.max(judgedSuccesses, badStatus - count(route.of(K6.FAILED), "passes"));
    }

    private static boolean isOfBadStatus(MetricKey metric, MetricKey route) {
        return Status.isOfFailure(metric.tags().get(Status.TAG))
                && metric.tags().size() == route.tags().size() + 1
                && metric.tags().entrySet().containsAll(route.tags().entrySet());
    }

    private long succeeded(MetricKey route) {
        return count(route.of(K6.FAILED), "fails");
    }

    private long count(MetricKey key, String field) {
        return summary.find(key).map(metric -> count(metric, field)).orElse(0L);
    }

    private static long count(SummaryMetric metric, String field) {
        Long count = metric.count(field);
        return count == null ? 0 : count;
    }
}
