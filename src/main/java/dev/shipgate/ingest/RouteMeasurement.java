package dev.shipgate.ingest;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** What was measured of one route: samples or a summary, and other numbers. */
final class RouteMeasurement {

    private final Map<String, Double> metrics = new TreeMap<>();
    private @Nullable LatencyHistogram latencies;
    private long samples;
    private long failed;
    private @Nullable Summary summary;
    private @Nullable String summaryName;

    void sample(String name, long duration, TimeUnit unit, boolean isFailure) {
        requireNoSummary(name);
        if (latencies == null) {
            latencies = new LatencyHistogram(unit);
        }
        latencies.add(duration);
        count(isFailure);
    }

    void failure(String name) {
        requireNoSummary(name);
        count(true);
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

    void summary(String name, Summary measured) {
        if (samples > 0 || (summary != null && summary.overlaps(measured))) {
            throw notCombinable(name);
        }
        summary = summary == null ? measured : summary.and(measured);
        summaryName = name;
    }

    private UnreadableResultException notCombinable(String name) {
        return new UnreadableResultException("\"" + summaryName + "\" and \"" + name
                + "\" are the same route, and percentiles of two summaries cannot be combined. Give them different "
                + "routes, or import a form with a row for each request.");
    }

    void metric(String field, double value) {
        if (metrics.putIfAbsent(field, value) != null) {
            throw new UnreadableResultException("\"" + field + "\" of one route is there more than once.");
        }
    }

    /** The route as a request has it: what was not measured is left out. */
    ObjectNode toJson() {
        Summary measured = summary == null
                ? Summary.ofCounts(latencies == null ? null : latencies.p95Ms(), samples, failed)
                : summary;
        ObjectNode route = JsonNodeFactory.instance.objectNode();
        put(route, "p95_ms", measured.p95Ms());
        put(route, "p95_at_least_ms", measured.p95AtLeastMs());
        put(route, "error_rate", measured.errorRate());
        if (measured.samples() != null) {
            route.put("samples", measured.samples());
        }
        metrics.forEach((field, value) -> put(route, field, value));
        return route;
    }

    private static void put(ObjectNode route, String field, @Nullable Double value) {
        if (value != null) {
            route.put(field, value);
        }
    }
}
