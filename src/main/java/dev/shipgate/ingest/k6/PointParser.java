package dev.shipgate.ingest.k6;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.NullNode;
import dev.shipgate.ingest.k6.metric.MetricKey;
import dev.shipgate.ingest.k6.metric.MetricKind;
import dev.shipgate.ingest.read.UnreadableResultException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Reads lines of {@code --out json}. All of each line must be JSON, but of points that nobody wants no values are made.
 */
final class PointParser {

    private static final JsonMapper JSON = new JsonMapper();

    private final Predicate<String> wantedMetrics;
    private final Set<String> wantedTags;

    private long line;
    private @Nullable String type;
    private @Nullable String metric;
    private @Nullable String time;
    private @Nullable Double value;
    private Map<String, String> tags = Map.of();
    private JsonNode definition = NullNode.getInstance();

    PointParser(Predicate<String> wantedMetrics, Set<String> wantedTags) {
        this.wantedMetrics = wantedMetrics;
        this.wantedTags = wantedTags;
    }

    PointLine parse(ByteLines lines) {
        line = lines.number();
        type = null;
        metric = null;
        time = null;
        value = null;
        definition = NullNode.getInstance();
        try (JsonParser parser = JSON.createParser(lines.buffer(), lines.offset(), lines.length())) {
            readObject(parser);
        } catch (IOException e) {
            throw wrong("is not one JSON object. Is the file cut off?");
        }
        return result();
    }

    private void readObject(JsonParser parser) throws IOException {
        if (parser.nextToken() != JsonToken.START_OBJECT) {
            throw wrong("is not a JSON object.");
        }
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String field = parser.currentName();
            parser.nextToken();
            switch (field) {
                case "type" -> type = text(parser, field);
                case "metric" -> metric = text(parser, field);
                case "data" -> readData(parser);
                default -> parser.skipChildren();
            }
        }
        if (parser.nextToken() != null) {
            throw wrong(
                    "has more than one JSON object. Were line ends lost, as curl -d loses them? Use --data-binary.");
        }
    }

    /** k6 writes the type before the data. */
    private void readData(JsonParser parser) throws IOException {
        if (PointLine.METRIC.equals(type)) {
            definition = parser.readValueAsTree();
        } else if (PointLine.POINT.equals(type)) {
            readPoint(parser);
        } else {
            throw wrong("has no \"type\" before its \"data\", or another than Metric and Point.");
        }
    }

    private void readPoint(JsonParser parser) throws IOException {
        if (parser.currentToken() != JsonToken.START_OBJECT || (metric != null && !wantedMetrics.test(metric))) {
            parser.skipChildren();
            return;
        }
        tags = new HashMap<>();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String field = parser.currentName();
            JsonToken token = parser.nextToken();
            switch (field) {
                case "time" -> time = text(parser, field);
                case "value" -> value = token.isNumeric() ? parser.getDoubleValue() : Double.NaN;
                case "tags" -> readTags(parser);
                default -> parser.skipChildren();
            }
        }
    }

    private void readTags(JsonParser parser) throws IOException {
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            parser.skipChildren();
            return;
        }
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String tag = parser.currentName();
            parser.nextToken();
            if (wantedTags.contains(tag)) {
                tags.put(tag, text(parser, tag));
            }
            parser.skipChildren();
        }
    }

    private String text(JsonParser parser, String field) throws IOException {
        if (parser.currentToken() != JsonToken.VALUE_STRING) {
            throw wrong("has a \"" + field + "\" that is no text.");
        }
        return parser.getText();
    }

    private PointLine result() {
        if (metric == null || type == null) {
            throw wrong("has no \"metric\" or no \"type\", as lines of k6's JSON output have.");
        }
        if (type.equals(PointLine.METRIC)) {
            return new PointLine.Definition(
                    metric, MetricKind.of(definition.path("type").asText()).orElse(null), submetrics());
        }
        if (!type.equals(PointLine.POINT)) {
            throw wrong("has the type \"" + type + "\". It must be Metric or Point.");
        }
        return wantedMetrics.test(metric) ? point(metric) : new PointLine.Other(metric);
    }

    private PointLine.Point point(String name) {
        if (time == null || value == null || !Double.isFinite(value)) {
            throw wrong("has no \"time\" or no finite number as \"value\" in its \"data\".");
        }
        return new PointLine.Point(line, name, time, value, tags);
    }

    private List<MetricKey> submetrics() {
        List<MetricKey> keys = new ArrayList<>();
        for (JsonNode submetric : definition.path("submetrics")) {
            keys.add(MetricKey.parse(submetric.path("name").asText()));
        }
        return keys;
    }

    private UnreadableResultException wrong(String what) {
        return UnreadableResultException.atLine(line, "The line " + what);
    }
}
