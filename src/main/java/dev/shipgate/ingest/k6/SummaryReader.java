package dev.shipgate.ingest.k6;

import dev.shipgate.ingest.k6.metric.MetricKey;
import dev.shipgate.ingest.k6.metric.SummaryDocument;
import dev.shipgate.ingest.k6.metric.SummaryMetric;
import dev.shipgate.ingest.mapping.Mapping;
import dev.shipgate.ingest.mapping.MetricMapping;
import dev.shipgate.ingest.measure.Provenance;
import dev.shipgate.ingest.measure.ResultSink;
import dev.shipgate.ingest.measure.Summary;
import dev.shipgate.ingest.read.UnreadableResultException;
import dev.shipgate.ingest.tool.MappedMetrics;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reports the measurements in a summary of k6, in any of its three forms, to a sink. */
final class SummaryReader {

    private static final String NO_ERROR_RATE =
            " with passes and fails, so the error rate is missing. k6 writes the metric from "
                    + "0.31 on, and a sub-metric only for a threshold on it, such as ['rate<1'].";

    private final Mapping mapping;
    private final ResultSink sink;
    private final TrendPercentile p95;
    private final Notes notes = new Notes();

    SummaryReader(Mapping mapping, ResultSink sink) {
        this.mapping = mapping;
        this.sink = sink;
        this.p95 = TrendPercentile.of(mapping.askP95());
    }

    Provenance read(InputStream file) throws IOException {
        SummaryDocument summary = SummaryDocument.read(file);
        new TrendRoutes(summary, p95, notes).report(mapping.trends(), sink);
        Map<String, MetricKey> routes = SummaryRoutes.of(summary, mapping);
        new SummaryTotals(summary).rest(routes.values()).ifPresent(rest -> leaveOut(rest, !routes.isEmpty()));
        routes.forEach((name, duration) -> {
            sink.summary(name, requests(summary, duration));
            reportMetrics(summary, name, duration);
        });
        new SummaryStatuses(summary).report(routes, notes, sink);
        OtherRequests.report(summary, mapping, notes, sink);
        noteFailedThresholds(summary);
        notes.report(sink);
        FailedChecks.of(summary).report(sink, failedRequests(summary));
        return new Provenance(K6.NAME, summary.toolVersion(), summary.form(), p95.method(), K6.ERROR_DEFINITION);
    }

    /** k6 writes a sub-metric for a threshold only, so that a summary has requests of no route without their names. */
    private void leaveOut(SummaryTotals.Rest rest, boolean hasRoutes) {
        if (rest.requests() > 0) {
            sink.leftOut(
                    hasRoutes
                            ? "as no threshold names their route"
                            : "as they are of HTTP, for which the mapping has no route",
                    null,
                    rest.requests(),
                    rest.failed());
        }
    }

    private Summary requests(SummaryDocument summary, MetricKey duration) {
        SummaryMetric trend = summary.find(duration).orElseThrow(() -> noDuration(duration));
        @Nullable SummaryMetric failures = summary.find(duration.of(K6.FAILED)).orElse(null);
        if (failures == null || RouteFigures.judged(failures) == null) {
            notes.add("There is no metric ", duration.of(K6.FAILED).toString(), NO_ERROR_RATE);
        }
        @Nullable
        Long samples = summary.find(trend.key().of(K6.REQUESTS))
                .map(counter -> counter.count("count"))
                .orElse(null);
        return new RouteFigures(p95, notes).of(trend, failures, samples);
    }

    /** The whole test has no metric of its own when someone has taken it out of the file. */
    private static UnreadableResultException noDuration(MetricKey duration) {
        return new UnreadableResultException("There is no metric " + duration + ", only parts of it.");
    }

    private void reportMetrics(SummaryDocument summary, String route, MetricKey duration) {
        MappedMetrics.report(
                mapping,
                List.of(route),
                name -> (metric, stat) -> figure(summary, key(metric, duration), stat),
                sink,
                (field, metric, name) -> notes.add(
                        "\"" + field + "\" is missing, as there are no values of ",
                        missing(summary, metric, duration),
                        ". k6 writes a sub-metric for a threshold on it only."));
    }

    private static MetricKey key(String metric, MetricKey duration) {
        return MetricKey.parse(metric).and(duration.tags());
    }

    private static @Nullable Double figure(SummaryDocument summary, MetricKey key, @Nullable String stat) {
        return summary.find(key).map(found -> found.figure(stat)).orElse(null);
    }

    /** Which figures a field is made of are not in the summary. */
    private static String missing(SummaryDocument summary, MetricMapping metric, MetricKey duration) {
        List<String> missing = new ArrayList<>();
        addIfMissing(missing, summary, key(metric.metric(), duration), metric.stat());
        if (metric.per() != null) {
            addIfMissing(missing, summary, key(metric.per(), duration), metric.perStat());
        }
        return missing.isEmpty() ? "what it is divided by" : String.join(" and ", missing);
    }

    private static void addIfMissing(
            List<String> missing, SummaryDocument summary, MetricKey key, @Nullable String stat) {
        if (figure(summary, key, stat) == null) {
            missing.add(key + (stat == null ? "" : " with " + stat));
        }
    }

    private static long failedRequests(SummaryDocument summary) {
        Long failed = summary.find(K6.DURATION_OF_ALL.of(K6.FAILED))
                .map(rate -> rate.count("passes"))
                .orElse(null);
        return failed == null ? 0 : failed;
    }

    private void noteFailedThresholds(SummaryDocument summary) {
        for (SummaryMetric metric : summary.all()) {
            for (String threshold : metric.failedThresholds()) {
                notes.add(
                        "k6 found thresholds of the test not met, which decides nothing here: ",
                        metric.key() + " " + threshold,
                        ".");
            }
        }
    }
}
