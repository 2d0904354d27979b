package dev.shipgate.ingest.k6.metric;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shipgate.ingest.read.UnreadableResultException;
import java.util.List;
import java.util.Map;

/** A form of summaries that has metrics by their names. */
interface SummaryForm {

    /**
     * The figures of a metric, under the names that {@code handleSummary} has them.
     *
     * @throws UnreadableResultException when it has none
     */
    JsonNode values(String name, JsonNode metric);

    /** The kind of a metric, by the type that it states or by its figures. */
    MetricKind kind(String name, JsonNode metric, JsonNode values);

    /** Whether a threshold was not met, by the value that the summary has for it. */
    boolean isFailed(String name, String threshold, JsonNode said);

    /** Reads a metric. */
    default SummaryMetric metric(String name, JsonNode metric) {
        JsonNode values = values(name, metric);
        return new SummaryMetric(
                MetricKey.parse(name), kind(name, metric, values), values, failedThresholds(name, metric));
    }

    private List<String> failedThresholds(String name, JsonNode metric) {
        return metric.path("thresholds").properties().stream()
                .filter(threshold -> isFailed(name, threshold.getKey(), threshold.getValue()))
                .map(Map.Entry::getKey)
                .toList();
    }
}
