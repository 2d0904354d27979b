package dev.shipgate.ingest.k6;

import dev.shipgate.ingest.k6.metric.MetricKey;
import dev.shipgate.ingest.measure.ResultSink;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The route of a point: by the tag that the mapping says, or the usual one that thresholds on {@code http_req_duration}
 * have, or the usual one that the first request has. Without any of them all are the test as a whole.
 */
final class PointRoutes {

    private List<MetricKey> submetrics = List.of();
    private @Nullable String tag;
    private boolean areKnown;

    PointRoutes(@Nullable String by) {
        this.tag = by;
        this.areKnown = by != null;
    }

    /** The sub-metrics of durations, for which there are thresholds. */
    void define(List<MetricKey> ofThresholds) {
        submetrics = ofThresholds;
    }

    boolean areKnown() {
        return areKnown;
    }

    void decideBy(PointLine.Point firstRequest) {
        tag = MetricKey.usualRouteTag(submetrics);
        if (tag == null) {
            Map<String, String> tags = new HashMap<>(firstRequest.tags());
            tags.keySet().retainAll(MetricKey.usualRouteTags());
            tag = MetricKey.usualRouteTag(List.of(new MetricKey(K6.DURATION, tags)));
        }
        areKnown = true;
    }

    /** The tag that names routes; null when none does. */
    @Nullable
    String tag() {
        return tag;
    }

    /** The route's name in k6; null when the point is of no route. */
    @Nullable
    String of(PointLine.Point point) {
        if (tag == null) {
            return ResultSink.WHOLE_TEST;
        }
        String name = point.tags().get(tag);
        return name == null || name.isEmpty() ? null : name;
    }
}
