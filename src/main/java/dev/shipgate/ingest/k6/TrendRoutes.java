package dev.shipgate.ingest.k6;

import dev.shipgate.ingest.k6.metric.MetricKey;
import dev.shipgate.ingest.k6.metric.MetricKind;
import dev.shipgate.ingest.k6.metric.SummaryDocument;
import dev.shipgate.ingest.k6.metric.SummaryMetric;
import dev.shipgate.ingest.mapping.TrendMapping;
import dev.shipgate.ingest.measure.P95;
import dev.shipgate.ingest.measure.ResultSink;
import dev.shipgate.ingest.measure.Summary;
import dev.shipgate.ingest.read.UnreadableResultException;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reports the routes of a summary that metrics of the test's own measure, as the mapping says. */
final class TrendRoutes {

    /** So many metrics are named when one is not there. */
    private static final int MAX_METRICS_SHOWN = 20;

    private final SummaryDocument summary;
    private final TrendPercentile p95;
    private final Notes notes;

    TrendRoutes(SummaryDocument summary, TrendPercentile p95, Notes notes) {
        this.summary = summary;
        this.p95 = p95;
        this.notes = notes;
    }

    void report(List<TrendMapping> routes, ResultSink sink) {
        routes.forEach(route -> sink.summary(route.metric(), figures(route)));
    }

    private Summary figures(TrendMapping route) {
        SummaryMetric trend = metric(route.metric(), MetricKind.TREND);
        @Nullable SummaryMetric failures = route.failed() == null ? null : metric(route.failed(), MetricKind.RATE);
        @Nullable
        Long samples = route.samples() == null
                ? null
                : metric(route.samples(), MetricKind.COUNTER).count("count");
        if (failures == null) {
            notes.add(
                    "Nothing says which requests of ",
                    route.metric(),
                    " failed, so the error rate is missing. The mapping may name a rate of the test's own that is true "
                            + "for those: failed: ...");
        }
        remark(trend);
        Summary figures = new RouteFigures(p95, notes).of(trend, failures, samples);
        return new Summary(bounded(figures.p95(), trend), figures.errorRate(), figures.samples(), figures.failed());
    }

    /** Seconds that are read as milliseconds keep every budget. */
    private void remark(SummaryMetric trend) {
        Double longest = trend.number("max");
        if (longest != null && longest > 0 && longest < 1) {
            notes.add("All values of ", trend.key().toString(), " are below 1 ms. Are they seconds?");
        }
    }

    /** A stricter percentile, which the mapping takes, is an upper bound of the 95th. */
    private P95 bounded(P95 found, SummaryMetric trend) {
        if (found.ms() == null || p95.equals(TrendPercentile.OF_95)) {
            return found;
        }
        notes.add(
                "The mapping takes " + p95.name() + " of ",
                trend.key().toString(),
                ", which is an upper bound of p95.");
        return P95.between(TrendPercentile.around(trend).atLeastMs(), found.ms());
    }

    private SummaryMetric metric(String name, MetricKind kind) {
        SummaryMetric metric =
                summary.find(MetricKey.parse(name)).orElseThrow(() -> wrong("There is no metric \"" + name + "\""));
        if (metric.kind() != kind) {
            throw wrong("The metric \"" + name + "\" is a " + metric.kind().word() + ", and no " + kind.word());
        }
        return metric;
    }

    private UnreadableResultException wrong(String what) {
        return new UnreadableResultException(what + ", as a route of the mapping wants it. There is "
                + summary.all().stream()
                        .map(metric -> metric.key() + " (" + metric.kind().word() + ")")
                        .limit(MAX_METRICS_SHOWN)
                        .collect(Collectors.joining(", "))
                + ".");
    }
}
