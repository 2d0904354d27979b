package dev.shipgate.ingest.artillery;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shipgate.ingest.measure.ChosenPercentile;
import dev.shipgate.ingest.measure.RisingPercentiles;
import dev.shipgate.ingest.read.JsonDocument;
import dev.shipgate.ingest.read.UnreadableResultException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The counters and summaries of a whole test. */
final class ArtilleryReport {

    private static final Map<String, Double> PERCENTS = Map.of(
            "min", 0.0, "p50", 50.0, "p75", 75.0, "p90", 90.0, "p95", 95.0, "p99", 99.0, "p999", 99.9, "max", 100.0);

    static final String RESPONSE_TIME = "http.response_time";

    /** The usual figure of a summary of the test's own. */
    private static final String MEAN = "mean";

    private final JsonNode counters;
    private final JsonNode summaries;
    private final ChosenPercentile p95;

    ArtilleryReport(JsonNode aggregate, ChosenPercentile p95) {
        this.counters = aggregate.path("counters");
        this.summaries = aggregate.path("summaries");
        this.p95 = p95;
    }

    List<String> counterNames() {
        List<String> names = new ArrayList<>();
        counters.fieldNames().forEachRemaining(names::add);
        return names;
    }

    List<String> summaryNames() {
        List<String> names = new ArrayList<>();
        summaries.fieldNames().forEachRemaining(names::add);
        return names;
    }

    /** A counter; 0 where it is not there, as Artillery writes those only that were counted. */
    long counter(String name) {
        Long count = JsonDocument.count(counters, name);
        return count == null ? 0 : count;
    }

    /**
     * That a summary is of as many times as there were responses.
     *
     * @throws UnreadableResultException with both numbers where it is not; one that is not there is of nothing
     */
    void requireTimes(String summary, long responses) {
        Long times = JsonDocument.count(summaries.path(summary), "count");
        if (times != null && times != responses) {
            throw new UnreadableResultException(
                    "\"" + summary + "\" is of " + times + " responses, but the counters have " + responses + ".");
        }
    }

    /** The percentile of a summary; null when there is none. */
    @Nullable
    Double p95Ms(String summary) {
        JsonNode figures = summaries.path(summary);
        Long values = JsonDocument.count(figures, "count");
        if (values == null || values == 0) {
            return null;
        }
        RisingPercentiles.require(
                "\"" + summary + "\"",
                PERCENTS,
                name -> JsonDocument.number(figures, name),
                RisingPercentiles.WAS_IT_CHANGED);
        return JsonDocument.number(figures, p95.name());
    }

    @Nullable
    Double p95Ms() {
        return p95Ms(RESPONSE_TIME);
    }

    /**
     * How many requests there were.
     *
     * @throws UnreadableResultException when it was no test of HTTP
     */
    long requests() {
        Long requests = JsonDocument.count(counters, "http.requests");
        if (requests == null) {
            throw new UnreadableResultException("There is no counter http.requests. Only tests of HTTP can be read, "
                    + "and only those that sent a request.");
        }
        return requests;
    }

    /** A metric of the test's own: a counter, or a figure of a summary; null when there is none. */
    @Nullable
    Double figure(String metric, @Nullable String stat) {
        if (counters.has(metric) && stat == null) {
            return JsonDocument.number(counters, metric);
        }
        return JsonDocument.number(summaries.path(metric), stat == null ? MEAN : stat);
    }
}
