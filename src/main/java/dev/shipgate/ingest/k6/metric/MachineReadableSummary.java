package dev.shipgate.ingest.k6.metric;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shipgate.ingest.read.UnreadableResultException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The summary that k6 writes with {@code --new-machine-readable-summary}, from 1.5 on: a list of metrics, without
 * thresholds. Releases up to 1.7 at least write {@code k6_version} and {@code p95} where the schema has
 * {@code k6Version} and {@code p(95)}.
 */
final class MachineReadableSummary {

    private static final Map<String, String> TREND_NAMES = Map.of("p90", "p(90)", "p95", "p(95)");

    /** Has the values of {@code checks}, which is the metric's name in all other forms. */
    private static final MetricKey CHECKS_SUCCEEDED = MetricKey.parse("checks_succeeded");

    private static final MetricKey CHECKS = MetricKey.parse("checks");

    private MachineReadableSummary() {}

    static @Nullable String toolVersion(JsonNode document) {
        JsonNode metadata = document.path("metadata");
        JsonNode version = metadata.has("k6Version") ? metadata.get("k6Version") : metadata.path("k6_version");
        return version.isTextual() ? version.textValue() : null;
    }

    static List<SummaryMetric> metrics(JsonNode document) {
        String schema = document.path("version").asText();
        if (!schema.startsWith("1.")) {
            throw new UnreadableResultException("\"version\" (" + schema
                    + ") must be 1.x: it is the version of k6's machine-readable summary that is known here.");
        }
        List<SummaryMetric> all = new ArrayList<>();
        JsonNode results = document.path("results");
        add(all, results.path("metrics"), "results.metrics");
        if (results.path("checks").hasNonNull("metrics")) {
            add(all, results.path("checks").path("metrics"), "results.checks.metrics");
        }
        return all;
    }

    private static void add(List<SummaryMetric> all, JsonNode metrics, String where) {
        if (!metrics.isArray()) {
            throw new UnreadableResultException("\"" + where + "\" must be a list of metrics.");
        }
        for (JsonNode metric : metrics) {
            SummaryMetric read = metric(metric, where);
            all.add(read);
            if (read.key().equals(CHECKS_SUCCEEDED)) {
                all.add(new SummaryMetric(CHECKS, read.kind(), read.values(), List.of()));
            }
        }
    }

    private static SummaryMetric metric(JsonNode metric, String where) {
        String name = metric.path("name").asText();
        if (name.isEmpty() || !(metric.path("values") instanceof ObjectNode values)) {
            throw new UnreadableResultException("Each metric in \"" + where
                    + "\" must have a \"name\" and an object \"values\", but one is without.");
        }
        MetricKind kind = MetricKind.ofType(name, metric);
        return new SummaryMetric(MetricKey.parse(name), kind, renamed(name, kind, values), List.of());
    }

    /** The figures under the names that the other forms have. */
    private static ObjectNode renamed(String name, MetricKind kind, ObjectNode values) {
        ObjectNode renamed = JsonNodeFactory.instance.objectNode();
        values.properties()
                .forEach(value ->
                        renamed.set(TREND_NAMES.getOrDefault(value.getKey(), value.getKey()), value.getValue()));
        if (kind == MetricKind.RATE) {
            addPassesAndFails(name, values, renamed);
        }
        return renamed;
    }

    private static void addPassesAndFails(String name, ObjectNode values, ObjectNode renamed) {
        SummaryMetric rate = new SummaryMetric(MetricKey.parse(name), MetricKind.RATE, values, List.of());
        Long matches = rate.count("matches");
        Long total = rate.count("total");
        if (matches == null || total == null || matches > total) {
            throw new UnreadableResultException(
                    name + ": There must be \"matches\" and a \"total\" that is not less, but they are " + matches
                            + " and " + total + ".");
        }
        renamed.put("passes", matches).put("fails", total - matches);
    }
}
