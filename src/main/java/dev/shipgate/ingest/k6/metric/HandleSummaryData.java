package dev.shipgate.ingest.k6.metric;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shipgate.ingest.read.UnreadableResultException;

/**
 * The summary that k6 hands to {@code handleSummary}, from 0.30 on: figures are in {@code values}, and a threshold that
 * was met is {@code {"ok": true}}.
 */
final class HandleSummaryData implements SummaryForm {

    @Override
    public JsonNode values(String name, JsonNode metric) {
        JsonNode values = metric.path("values");
        if (!values.isObject()) {
            throw new UnreadableResultException(
                    name + ": There must be an object \"values\", as other metrics have it.");
        }
        return values;
    }

    @Override
    public MetricKind kind(String name, JsonNode metric, JsonNode values) {
        return MetricKind.ofType(name, metric);
    }

    @Override
    public boolean isFailed(String name, String threshold, JsonNode said) {
        JsonNode ok = said.path("ok");
        if (!ok.isBoolean()) {
            throw new UnreadableResultException(
                    name + ": \"ok\" of the threshold \"" + threshold + "\" must be true or false.");
        }
        return !ok.booleanValue();
    }
}
