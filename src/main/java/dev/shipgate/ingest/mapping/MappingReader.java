package dev.shipgate.ingest.mapping;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.shipgate.ingest.mapping.Mapping.Others;
import dev.shipgate.ingest.measure.BucketBounds;
import dev.shipgate.ingest.read.Deadline;
import dev.shipgate.json.InvalidBodyException;
import dev.shipgate.json.JsonObject;
import dev.shipgate.json.StrictJson;
import dev.shipgate.json.StrictYaml;
import dev.shipgate.json.YamlError;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads the text of a mapping. */
final class MappingReader {

    private static final int MAX_METRICS = 50;

    private static final Map<String, Others> OTHERS =
            Map.of("keep", Others.KEEP, "leave_out", Others.LEAVE_OUT, "refuse", Others.REFUSE);

    private MappingReader() {}

    /** See {@link Mapping#read}. */
    static Mapping read(byte[] text) {
        JsonObject fields = StrictJson.object(json(text));
        NamePatterns patterns = new NamePatterns();
        Mapping mapping = new Mapping(
                fields.string("route"),
                fields.string("field"),
                fields.string("by"),
                routes(fields, patterns),
                patterns.read(fields.array("leave_out")),
                others(fields),
                fields.string("p95"),
                metrics(fields),
                BucketBounds.read(fields),
                Deadline.NONE,
                new MappingUse());
        fields.requireNothingElse();
        if (mapping.metrics().size() > MAX_METRICS) {
            throw InvalidBodyException.ofPart("mapping", "must have at most " + MAX_METRICS + " metrics.");
        }
        return mapping;
    }

    private static byte[] json(byte[] yaml) {
        try {
            JsonNode tree = StrictYaml.mapper()
                    .reader()
                    .with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .readTree(yaml);
            if (!tree.isObject()) {
                throw InvalidBodyException.ofPart(
                        "mapping", "is not a mapping in YAML, such as route: join. Maybe it is another file?");
            }
            return new JsonMapper().writeValueAsBytes(tree);
        } catch (JsonProcessingException e) {
            YamlError error = YamlError.of(e, new String(yaml, StandardCharsets.UTF_8));
            throw InvalidBodyException.ofPart(
                    "mapping",
                    "cannot be read at line " + error.line() + ", column " + error.column() + ": " + error.sentence());
        } catch (IOException e) {
            throw InvalidBodyException.ofPart("mapping", "is not YAML in UTF-8.");
        }
    }

    private static Map<String, List<NamePattern>> routes(JsonObject fields, NamePatterns patterns) {
        Map<String, List<NamePattern>> routes = new LinkedHashMap<>();
        JsonObject byRoute = fields.object("routes");
        if (byRoute != null) {
            byRoute.names().forEach(route -> routes.put(route, patterns.read(byRoute.array(route))));
        }
        return routes;
    }

    private static Others others(JsonObject fields) {
        String word = fields.string("others");
        if (word != null && !OTHERS.containsKey(word)) {
            fields.wrong("others", "keep, leave_out or refuse", word);
        }
        return OTHERS.getOrDefault(String.valueOf(word), Others.KEEP);
    }

    private static Map<String, MetricMapping> metrics(JsonObject fields) {
        Map<String, MetricMapping> metrics = new LinkedHashMap<>();
        fields.objects("metrics").forEach((field, source) -> {
            if (source == null || Mapping.MEASURED.contains(field)) {
                fields.invalidMember(
                        "metrics", field, "must be a field that the tool does not measure itself, from a metric.");
                return;
            }
            MetricMapping metric = MetricMapping.read(source);
            if (metric != null) {
                metrics.put(field, metric);
            }
        });
        return metrics;
    }
}
