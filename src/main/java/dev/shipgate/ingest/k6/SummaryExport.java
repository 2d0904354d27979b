package dev.shipgate.ingest.k6;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shipgate.ingest.UnreadableResultException;
import java.util.ArrayList;
import java.util.List;

/**
 * What k6 writes with {@code --summary-export}: figures stand beside the thresholds, and a threshold that is {@code true} was
 * NOT met. The kind of a metric can only be told from its figures.
 */
final class SummaryExport {

    private SummaryExport() {}

    static List<SummaryMetric> metrics(JsonNode metrics) {
        List<SummaryMetric> all = new ArrayList<>();
        metrics.properties().forEach(entry -> all.add(metric(entry.getKey(), entry.getValue())));
        return all;
    }

    private static SummaryMetric metric(String name, JsonNode metric) {
        if (!(metric instanceof ObjectNode figures) || metric.path("values").isObject()) {
            throw new UnreadableResultException(
                    name + ": There must be an object with figures, as other metrics have it.");
        }
        ObjectNode values = figures.deepCopy();
        values.remove("thresholds");
        Kind kind = kind(values);
        if (kind == Kind.RATE && values.has("value")) {
            values.set("rate", values.remove("value"));
        }
        return new SummaryMetric(MetricKey.parse(name), kind, values, failed(name, metric));
    }

    private static Kind kind(JsonNode values) {
        if (values.has("passes")) {
            return Kind.RATE;
        }
        if (values.has("value")) {
            return Kind.GAUGE;
        }
        return values.has("count") && values.has("rate") ? Kind.COUNTER : Kind.TREND;
    }

    private static List<String> failed(String name, JsonNode metric) {
        List<String> failed = new ArrayList<>();
        metric.path("thresholds").properties().forEach(threshold -> {
            if (!threshold.getValue().isBoolean()) {
                throw new UnreadableResultException(
                        name + ": The threshold \"" + threshold.getKey() + "\" must be true or false.");
            }
            if (threshold.getValue().booleanValue()) {
                failed.add(threshold.getKey());
            }
        });
        return failed;
    }
}
