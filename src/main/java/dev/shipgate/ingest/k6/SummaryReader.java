package dev.shipgate.ingest.k6;

import dev.shipgate.ingest.Mapping;
import dev.shipgate.ingest.P95;
import dev.shipgate.ingest.Provenance;
import dev.shipgate.ingest.ResultSink;
import dev.shipgate.ingest.Summary;
import dev.shipgate.ingest.UnreadableResultException;
import dev.shipgate.number.Numbers;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Tells a sink what a summary of k6 has, in any of its three forms. */
final class SummaryReader {

    /** How far a rate may be from its own counts before they contradict each other. */
    private static final double RATE_TOLERANCE = 0.005;

    private static final String NO_ERROR_RATE =
            " with passes and fails, so the error rate is missing. k6 writes the metric from "
                    + "0.31 on, and a sub-metric only for a threshold on it, such as ['rate<1'].";

    private final Mapping mapping;
    private final ResultSink sink;
    private final Percentile p95;
    private final Notes notes = new Notes();

    SummaryReader(Mapping mapping, ResultSink sink) {
        this.mapping = mapping;
        this.sink = sink;
        this.p95 = Percentile.of(mapping.p95());
    }

    Provenance read(InputStream file) throws IOException {
        SummaryDocument summary = SummaryDocument.read(file);
        Map<String, MetricKey> routes = SummaryRoutes.of(summary, mapping);
        new SummaryTotals(summary).require(routes.values());
        routes.forEach((name, duration) -> {
            sink.summary(name, summary(summary, duration));
            tellMetrics(summary, name, duration);
        });
        noteFailedThresholds(summary);
        notes.tell(sink);
        return new Provenance(K6.NAME, summary.toolVersion(), summary.form(), p95.method(), K6.ERROR_DEFINITION);
    }

    private Summary summary(SummaryDocument summary, MetricKey duration) {
        SummaryMetric trend = summary.find(duration).orElseThrow(() -> noDuration(duration));
        @Nullable SummaryMetric failures = summary.find(duration.of(K6.FAILED)).orElse(null);
        @Nullable Long judged = failures == null ? null : judged(failures);
        @Nullable Long samples = samples(summary, trend, judged);
        if (samples == null ? trend.isOfNothing() : samples == 0) {
            notes.add("There were no requests for ", trend.key().toString(), ", so nothing is known of them.");
            return new Summary(P95.UNKNOWN, null, samples);
        }
        if (judged == null) {
            notes.add("There is no metric ", duration.of(K6.FAILED).toString(), NO_ERROR_RATE);
        } else if (samples != null && judged < samples) {
            notes.add(
                    "k6 judged only " + judged + " of " + samples + " requests of ",
                    trend.key().toString(),
                    ", as the test told it with setResponseCallback. The error rate is of those.");
        }
        return new Summary(P95.of(p95(trend)), errorRate(failures, judged), samples);
    }

    /** The whole test has no metric of its own when someone has taken it out of the file. */
    private static UnreadableResultException noDuration(MetricKey duration) {
        return new UnreadableResultException("There is no metric " + duration + ", only parts of it.");
    }

    private static @Nullable Long samples(SummaryDocument summary, SummaryMetric trend, @Nullable Long judged) {
        Optional<Long> requests = summary.find(trend.key().of(K6.REQUESTS)).map(counter -> counter.count("count"));
        if (requests.isPresent()) {
            return requests.get();
        }
        Long values = trend.count("count");
        return values == null ? judged : values;
    }

    /** How many requests k6 found failed or not; null when it does not say. */
    private static @Nullable Long judged(SummaryMetric failures) {
        Long failed = failures.count("passes");
        Long passed = failures.count("fails");
        return failed == null || passed == null ? null : Long.valueOf(failed + passed);
    }

    /** The metric is true for a request that failed, so its "passes" are the failed requests. */
    private static @Nullable Double errorRate(@Nullable SummaryMetric failures, @Nullable Long judged) {
        if (failures == null || judged == null || judged == 0) {
            return null;
        }
        Long failed = failures.count("passes");
        double errorRate = failed == null ? Double.NaN : (double) failed / judged;
        Double stated = failures.number("rate");
        if (stated != null && !(Math.abs(stated - errorRate) <= RATE_TOLERANCE)) {
            throw new UnreadableResultException(
                    failures.key() + ": The rate (" + Numbers.forPeople(stated) + ") is not passes / (passes + fails) ("
                            + Numbers.forPeople(errorRate) + "), where passes are the failed requests.");
        }
        return errorRate;
    }

    private @Nullable Double p95(SummaryMetric trend) {
        Double value = p95.of(trend);
        if (value == null) {
            notes.add(
                    "There is no " + p95.name() + " in ",
                    trend.key().toString(),
                    ", only " + String.join(", ", trend.fields()) + ". Add " + p95.name() + " to summaryTrendStats.");
        }
        return value;
    }

    private void tellMetrics(SummaryDocument summary, String name, MetricKey duration) {
        mapping.metrics().forEach((field, metric) -> {
            List<String> missing = new ArrayList<>();
            Double value = metric.value((wanted, stat) -> {
                MetricKey key = MetricKey.parse(wanted).and(duration.tags());
                Double figure =
                        summary.find(key).map(found -> found.figure(stat)).orElse(null);
                if (figure == null) {
                    missing.add(key + (stat == null ? "" : " with " + stat));
                }
                return figure;
            });
            if (value == null) {
                notes.add(
                        "\"" + field + "\" is missing, as there are no values of ",
                        missing.isEmpty() ? "what it is divided by" : String.join(" and ", missing),
                        ". k6 writes a sub-metric for a threshold on it only.");
            } else {
                sink.metric(name, field, value);
            }
        });
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
