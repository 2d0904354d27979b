package dev.shipgate.ingest.k6.metric;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shipgate.ingest.read.UnreadableResultException;

/**
 * What k6 writes with {@code --summary-export}: figures stand beside the thresholds, and a threshold that is {@code true} was
 * NOT met. The kind of a metric can only be told from its figures.
 */
final class SummaryExport {

    private SummaryExport() {}

    static SummaryMetric metric(String name, JsonNode metric) {
        if (!(metric instanceof ObjectNode figures) || metric.path("values").isObject()) {
            throw new UnreadableResultException(
                    name + ": There must be an object with figures, as other metrics have it.");
        }
        ObjectNode values = figures.deepCopy();
        values.remove("thresholds");
        MetricKind kind = kind(values);
        if (kind == MetricKind.RATE && values.has("value")) {
            values.set("rate", values.remove("value"));
        }
        return new SummaryMetric(
                MetricKey.parse(name),
                kind,
                values,
                SummaryMetric.failedThresholds(metric, (threshold, failed) -> isFailed(name, threshold, failed)));
    }

    private static MetricKind kind(JsonNode values) {
        if (values.has("passes")) {
            return MetricKind.RATE;
        }
        if (values.has("value")) {
            return MetricKind.GAUGE;
        }
        return values.has("count") && values.has("rate") ? MetricKind.COUNTER : MetricKind.TREND;
    }

    private static boolean isFailed(String name, String threshold, JsonNode failed) {
        if (!failed.isBoolean()) {
            throw new UnreadableResultException(name + ": The threshold \"" + threshold + "\" must be true or false.");
        }
        return failed.booleanValue();
    }
}
