package dev.shipgate.ingest.k6.metric;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shipgate.ingest.read.UnreadableResultException;

/**
 * The summary that k6 writes with {@code --summary-export}: figures stand beside the thresholds, and a threshold that
 * is {@code true} was NOT met. The kind of a metric can only be told from its figures.
 */
final class SummaryExport implements SummaryForm {

    @Override
    public JsonNode values(String name, JsonNode metric) {
        if (!(metric instanceof ObjectNode figures) || metric.path("values").isObject()) {
            throw new UnreadableResultException(
                    name + ": There must be an object with figures, as other metrics have it.");
        }
        ObjectNode values = figures.deepCopy();
        values.remove("thresholds");
        if (isRate(values) && values.has("value")) {
            values.set("rate", values.remove("value"));
        }
        return values;
    }

    @Override
    public MetricKind kind(String name, JsonNode metric, JsonNode values) {
        if (isRate(values)) {
            return MetricKind.RATE;
        }
        if (values.has("value")) {
            return MetricKind.GAUGE;
        }
        return values.has("count") && values.has("rate") ? MetricKind.COUNTER : MetricKind.TREND;
    }

    private static boolean isRate(JsonNode values) {
        return values.has("passes");
    }

    @Override
    public boolean isFailed(String name, String threshold, JsonNode said) {
        if (!said.isBoolean()) {
            throw new UnreadableResultException(name + ": The threshold \"" + threshold + "\" must be true or false.");
        }
        return said.booleanValue();
    }
}
