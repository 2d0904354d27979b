package dev.shipgate.ingest.k6;

import dev.shipgate.ingest.k6.metric.MetricKey;
import dev.shipgate.ingest.k6.metric.SummaryDocument;
import dev.shipgate.ingest.k6.metric.SummaryMetric;
import dev.shipgate.ingest.mapping.Mapping;
import dev.shipgate.ingest.measure.ResultSink;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Requests beside those of HTTP that a virtual user sends itself. They are left out, unless the mapping has a route of
 * them.
 */
final class OtherRequests {

    /** Why they are left out, by the metric of their durations. */
    private static final Map<String, String> BECAUSE = Map.of(
            "grpc_req_duration", "as they are of gRPC, of which k6 does not judge any",
            "ws_session_duration", "as they are sessions of WebSockets, of which k6 does not judge any",
            "browser_http_req_duration", "as a browser sent them");

    private final Map<String, Long> counts = new LinkedHashMap<>();

    /** A value of a metric. */
    void count(String metric) {
        if (BECAUSE.containsKey(metric)) {
            counts.merge(metric, 1L, Long::sum);
        }
    }

    /** Those that were counted. */
    void report(ResultSink sink) {
        counts.forEach((metric, count) -> sink.leftOut(because(metric), null, count, null));
    }

    /** Those of a summary, whose trends seldom say how many values they have. */
    static void report(SummaryDocument summary, Mapping mapping, Notes notes, ResultSink sink) {
        for (SummaryMetric trend : summary.all()) {
            String metric = trend.key().toString();
            if (!BECAUSE.containsKey(metric) || trend.isOfNothing() || hasRouteOf(metric, mapping)) {
                continue;
            }
            Long requests = trend.count("count");
            if (requests == null) {
                notes.add("Requests, whose number ", metric, " does not say, are left out " + because(metric) + ".");
            } else {
                sink.leftOut(because(metric), null, requests, null);
            }
        }
    }

    private static boolean hasRouteOf(String metric, Mapping mapping) {
        return mapping.trends().stream()
                .anyMatch(route -> MetricKey.parse(route.metric()).metric().equals(metric));
    }

    private static String because(String metric) {
        return BECAUSE.getOrDefault(metric, "");
    }
}
