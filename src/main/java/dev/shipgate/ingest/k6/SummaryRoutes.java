package dev.shipgate.ingest.k6;

import dev.shipgate.ingest.k6.metric.MetricKey;
import dev.shipgate.ingest.k6.metric.SummaryDocument;
import dev.shipgate.ingest.mapping.Mapping;
import dev.shipgate.ingest.measure.ResultSink;
import dev.shipgate.ingest.read.UnreadableResultException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The metrics of a summary by route: the sub-metrics of {@code http_req_duration} with the tag that names routes, or
 * the metric itself, of the test as a whole, when none has it.
 */
final class SummaryRoutes {

    private SummaryRoutes() {}

    /**
     * The metric that has the durations of each route, by the route's name.
     *
     * @throws UnreadableResultException when there is none, or two for one route
     */
    static Map<String, MetricKey> of(SummaryDocument summary, Mapping mapping) {
        boolean hasTrends = !mapping.trends().isEmpty();
        if (hasTrends && !hasRequests(summary)) {
            return Map.of();
        }
        requireRequests(summary);
        List<MetricKey> submetrics = summary.submetrics(K6.DURATION);
        String tag = mapping.askBy() == null ? MetricKey.usualRouteTag(submetrics) : mapping.askBy();
        if (tag == null && hasTrends && mapping.route() == null) {
            // Which routes there are is said by the mapping, and this is of all of them together.
            return Map.of();
        }
        if (tag == null) {
            return Map.of(ResultSink.WHOLE_TEST, K6.DURATION_OF_ALL);
        }
        Map<String, List<MetricKey>> candidates = candidates(submetrics, tag);
        if (candidates.isEmpty()) {
            throw new UnreadableResultException("There is no sub-metric of " + K6.DURATION + " with the tag \"" + tag
                    + "\". k6 writes one for a threshold only: add thresholds such as '" + K6.DURATION + "{" + tag
                    + ":...}': ['p(95)<1000'].");
        }
        Map<String, MetricKey> routes = new LinkedHashMap<>();
        candidates.forEach((name, keys) -> routes.put(name, only(keys, tag)));
        return routes;
    }

    private static Map<String, List<MetricKey>> candidates(List<MetricKey> submetrics, String tag) {
        Map<String, List<MetricKey>> candidates = new LinkedHashMap<>();
        for (MetricKey key : submetrics) {
            if (key.names(tag)) {
                candidates
                        .computeIfAbsent(key.tags().getOrDefault(tag, ""), first -> new ArrayList<>())
                        .add(key);
            }
        }
        return candidates;
    }

    /** The one with this tag only, as those with more tags are parts of it. */
    private static MetricKey only(List<MetricKey> keys, String tag) {
        @Nullable
        MetricKey whole = keys.stream().filter(key -> key.isOf(tag)).findAny().orElse(null);
        if (whole == null) {
            throw new UnreadableResultException("Of a route there are only parts: "
                    + keys.stream().map(MetricKey::toString).collect(Collectors.joining(" and "))
                    + ". Percentiles of parts cannot be combined. Add a threshold on "
                    + new MetricKey(K6.DURATION, Map.of(tag, keys.get(0).tags().getOrDefault(tag, "")))
                    + ", or name routes by another tag.");
        }
        return whole;
    }

    private static boolean hasRequests(SummaryDocument summary) {
        return summary.find(K6.DURATION_OF_ALL).isPresent()
                || !summary.submetrics(K6.DURATION).isEmpty();
    }

    private static void requireRequests(SummaryDocument summary) {
        if (!hasRequests(summary)) {
            throw new UnreadableResultException(K6.noRequests(summary.all().stream()
                    .map(metric -> metric.key().metric())
                    .distinct()
                    .toList()));
        }
    }
}
