package dev.shipgate.ingest.measure;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shipgate.ingest.read.ShortText;
import dev.shipgate.ingest.read.UnreadableResultException;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The measurements of one route: samples or a summary, and other numbers. */
public final class RouteMeasurement {

    /** The field of a request for successes that their status contradicts. */
    public static final String CONTRADICTING_STATUS = "contradicting_status";

    private static final int MAX_HOURS = 24;

    private final Map<String, Double> metrics = new TreeMap<>();
    private @Nullable LatencyHistogram latencies;
    private long samples;
    private long failed;
    private long contradictingStatus;
    private @Nullable Summary summary;
    private @Nullable String summaryName;

    /**
     * Refuses a value that cannot be the duration of a request, also of a request that is left out.
     *
     * @throws UnreadableResultException when it is negative, or a day or more
     */
    public static void requireDuration(String name, long duration, TimeUnit unit) {
        if (duration < 0 || unit.toHours(duration) >= MAX_HOURS) {
            throw new UnreadableResultException("A duration of \"" + ShortText.of(name) + "\" is " + duration + " "
                    + unit.name().toLowerCase(Locale.ROOT) + ". It must be 0 or more, and less than a day.");
        }
    }

    public void sample(String name, long duration, TimeUnit unit, boolean isFailure) {
        requireNoSummary(name);
        if (latencies == null) {
            latencies = new LatencyHistogram(unit);
        }
        latencies.add(duration);
        count(isFailure);
    }

    public long samples() {
        return samples;
    }

    public long failed() {
        return failed;
    }

    private void count(boolean isFailure) {
        samples++;
        if (isFailure) {
            failed++;
        }
    }

    private void requireNoSummary(String name) {
        if (summary != null) {
            throw notCombinable(name);
        }
    }

    public void summary(String name, Summary measured) {
        if (samples > 0 || (summary != null && summary.overlaps(measured))) {
            throw notCombinable(name);
        }
        summary = summary == null ? measured : summary.and(measured);
        summaryName = name;
    }

    private UnreadableResultException notCombinable(String name) {
        String both = name.equals(ResultSink.WHOLE_TEST) && name.equals(summaryName)
                ? "Two tests as a whole"
                : "\"" + summaryName + "\" and \"" + name + "\"";
        return new UnreadableResultException(both
                + " are the same route, and percentiles of two summaries cannot be combined. Give them different "
                + "routes, or import a form with a row for each request.");
    }

    public void contradictingStatus(long requests) {
        contradictingStatus += requests;
    }

    public void metric(String field, double value) {
        if (metrics.putIfAbsent(field, value) != null) {
            throw new UnreadableResultException("\"" + field + "\" of one route is there more than once.");
        }
    }

    /** The route as a request has it: a figure that was not measured is left out. */
    public ObjectNode toJson() {
        Summary measured = summary == null
                ? Summary.ofCounts(latencies == null ? P95.UNKNOWN : latencies.p95(), samples, failed)
                : summary;
        ObjectNode route = measured.toJson();
        if (contradictingStatus > 0) {
            route.put(CONTRADICTING_STATUS, contradictingStatus);
        }
        metrics.forEach(route::put);
        return route;
    }
}
