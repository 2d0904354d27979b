package dev.shipgate.ingest.k6;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shipgate.ingest.UnreadableResultException;
import java.util.ArrayList;
import java.util.List;

/**
 * What k6 hands to {@code handleSummary}, from 0.30 on: figures are in {@code values}, and a threshold that was met is
 * {@code {"ok": true}}.
 */
final class HandleSummaryData {

    private HandleSummaryData() {}

    static List<SummaryMetric> metrics(JsonNode metrics) {
        List<SummaryMetric> all = new ArrayList<>();
        metrics.properties().forEach(entry -> all.add(metric(entry.getKey(), entry.getValue())));
        return all;
    }

    private static SummaryMetric metric(String name, JsonNode metric) {
        JsonNode values = metric.path("values");
        if (!values.isObject()) {
            throw new UnreadableResultException(
                    name + ": There must be an object \"values\", as other metrics have it.");
        }
        return new SummaryMetric(MetricKey.parse(name), kind(name, metric), values, failed(name, metric));
    }

    /** The kind that the metric says. */
    static Kind kind(String name, JsonNode metric) {
        String type = metric.path("type").asText();
        return Kind.of(type)
                .orElseThrow(() -> new UnreadableResultException(
                        name + ": \"type\" (" + type + ") must be trend, counter, rate or gauge."));
    }

    private static List<String> failed(String name, JsonNode metric) {
        List<String> failed = new ArrayList<>();
        metric.path("thresholds").properties().forEach(threshold -> {
            JsonNode ok = threshold.getValue().path("ok");
            if (!ok.isBoolean()) {
                throw new UnreadableResultException(
                        name + ": \"ok\" of the threshold \"" + threshold.getKey() + "\" must be true or false.");
            }
            if (!ok.booleanValue()) {
                failed.add(threshold.getKey());
            }
        });
        return failed;
    }
}
