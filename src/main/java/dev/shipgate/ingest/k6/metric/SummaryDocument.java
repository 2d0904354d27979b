package dev.shipgate.ingest.k6.metric;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shipgate.ingest.read.JsonDocument;
import dev.shipgate.ingest.read.UnreadableResultException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A summary of k6, in whichever form. Times are milliseconds in all of them: {@code summaryTimeUnit} changes the text
 * that k6 prints, not the values that it writes.
 *
 * @param form as people call it
 * @param toolVersion of k6; null where the form does not say
 */
public record SummaryDocument(String form, @Nullable String toolVersion, Map<MetricKey, SummaryMetric> metrics) {

    /**
     * Reads one.
     *
     * @throws UnreadableResultException when it is none
     */
    public static SummaryDocument read(InputStream file) throws IOException {
        JsonNode document = JsonDocument.read(file);
        if (document.has("results")) {
            return new SummaryDocument(
                    "machine-readable summary",
                    MachineReadableSummary.toolVersion(document),
                    byKey(MachineReadableSummary.metrics(document)));
        }
        JsonNode metrics = document.path("metrics");
        if (!metrics.isObject() || metrics.isEmpty()) {
            throw new UnreadableResultException("This is no summary of k6: it has no object \"metrics\" with metrics.");
        }
        boolean isExport = !metrics.elements().next().has("values");
        return isExport
                ? new SummaryDocument("summary export", null, byKey(all(metrics, new SummaryExport())))
                : new SummaryDocument("handleSummary data", null, byKey(all(metrics, new HandleSummaryData())));
    }

    private static List<SummaryMetric> all(JsonNode metrics, SummaryForm form) {
        return metrics.properties().stream()
                .map(entry -> form.metric(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static Map<MetricKey, SummaryMetric> byKey(List<SummaryMetric> metrics) {
        Map<MetricKey, SummaryMetric> byKey = new LinkedHashMap<>();
        for (SummaryMetric metric : metrics) {
            if (byKey.putIfAbsent(metric.key(), metric) != null) {
                throw new UnreadableResultException("The metric " + metric.key() + " is there more than once.");
            }
        }
        return byKey;
    }

    /** A metric as a whole, or a sub-metric. */
    public Optional<SummaryMetric> find(MetricKey key) {
        return Optional.ofNullable(metrics.get(key));
    }

    /** All sub-metrics of a metric. */
    public List<MetricKey> submetrics(String metric) {
        return metrics.keySet().stream()
                .filter(key -> key.metric().equals(metric) && !key.tags().isEmpty())
                .toList();
    }

    public Collection<SummaryMetric> all() {
        return metrics.values();
    }
}
