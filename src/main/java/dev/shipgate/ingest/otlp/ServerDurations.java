package dev.shipgate.ingest.otlp;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shipgate.ingest.read.ShortText;
import dev.shipgate.ingest.read.UnreadableResultException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/** Gathers the durations of requests to HTTP servers from exports. */
final class ServerDurations {

    static final String NAME = "http.server.request.duration";

    /** The name before the conventions were stable. Some processes export both, of the same requests. */
    static final String OLD_NAME = "http.server.duration";

    /** Numbers that are kept, of all series together: as many as fit into about 100 MB. */
    private static final long MAX_KEPT = 10_000_000;

    private static final int MAX_NAMES_SHOWN = 10;

    private final Map<Key, Exporter> exporters = new LinkedHashMap<>();
    private final Set<String> otherMetrics = new TreeSet<>();
    private long kept;
    private long firstExportNanos;

    private record Key(String resource, Source source, String metric) implements Comparable<Key> {

        /** Only so that maps stay fast when their keys have one hash. */
        @Override
        public int compareTo(Key other) {
            return toString().compareTo(other.toString());
        }
    }

    /** Adds an {@code ExportMetricsServiceRequest}. */
    void add(JsonNode request) {
        for (JsonNode resourceMetrics : Fields.array(request, "resourceMetrics")) {
            Attributes resource = Attributes.read(resourceMetrics.path("resource"));
            String service = resource.texts().getOrDefault("service.name", "");
            for (JsonNode scopeMetrics : Fields.array(resourceMetrics, "scopeMetrics")) {
                Source source = new Source(
                        service, scopeMetrics.path("scope").path("name").asText());
                for (JsonNode metric : Fields.array(scopeMetrics, "metrics")) {
                    add(resource, source, metric);
                }
            }
        }
    }

    private void add(Attributes resource, Source source, JsonNode metric) {
        String name = metric.path("name").asText();
        if (name.equals(NAME) || name.equals(OLD_NAME)) {
            add(new Key(resource.toString(), source, name), metric);
        } else if (otherMetrics.size() < MAX_NAMES_SHOWN) {
            otherMetrics.add(ShortText.line(name));
        }
    }

    private void add(Key key, JsonNode metric) {
        boolean isExponential = metric.has("exponentialHistogram");
        if (!isExponential && !metric.has("histogram")) {
            throw new UnreadableResultException(
                    key.metric() + " must be a histogram, with explicit bounds or exponential, " + "but has the fields "
                            + ShortText.line(String.join(", ", fieldNames(metric))) + ".");
        }
        JsonNode histogram = metric.path(isExponential ? "exponentialHistogram" : "histogram");
        DurationUnit unit = DurationUnit.of(metric.path("unit").asText(), key.metric());
        List<DataPoint> points = new ArrayList<>();
        for (JsonNode point : Fields.array(histogram, "dataPoints")) {
            if (DataPoint.hasValue(point)) {
                points.add(DataPoint.read(point, isExponential, unit));
            }
        }
        if (!points.isEmpty()) {
            add(key, points, isDelta(histogram, key.metric()));
        }
    }

    private void add(Key key, List<DataPoint> points, boolean areDelta) {
        if (firstExportNanos == 0) {
            firstExportNanos = points.get(0).timeNanos();
        }
        Exporter exporter = exporters.get(key);
        if (exporter == null) {
            exporter = new Exporter(key.source(), areDelta);
            exporters.put(key, exporter);
            kept += key.resource().length();
        }
        kept += exporter.add(points, areDelta, firstExportNanos);
        if (kept > MAX_KEPT) {
            throw new UnreadableResultException(
                    "There are too many series of " + key.metric() + ", or too many buckets. "
                            + "Leave out attributes that are different for each request, or aggregate in the collector.");
        }
    }

    private static List<String> fieldNames(JsonNode metric) {
        List<String> names = new ArrayList<>();
        metric.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static boolean isDelta(JsonNode histogram, String metric) {
        String temporality = histogram.path("aggregationTemporality").asText();
        return switch (temporality) {
            case "1", "AGGREGATION_TEMPORALITY_DELTA" -> true;
            case "2", "AGGREGATION_TEMPORALITY_CUMULATIVE" -> false;
            default ->
                throw new UnreadableResultException("\"aggregationTemporality\" of " + metric
                        + " must be 1 (delta) or 2 (cumulative), but is \"" + ShortText.line(temporality) + "\".");
        };
    }

    /**
     * The metrics of all processes, each request in one of them.
     *
     * @throws UnreadableResultException when there are none
     */
    void forEach(Consumer<Exporter> receiver) {
        if (exporters.isEmpty()) {
            throw new UnreadableResultException("There are no points of " + NAME + " or " + OLD_NAME + ". "
                    + (otherMetrics.isEmpty()
                            ? "There are no other metrics either."
                            : "There are " + String.join(", ", otherMetrics) + "."));
        }
        exporters.forEach((key, exporter) -> {
            if (!isCountedTwice(key)) {
                receiver.accept(exporter);
            }
        });
    }

    /** The metrics under the old name of processes that have the new one too. */
    void forEachCountedTwice(Consumer<Exporter> receiver) {
        exporters.forEach((key, exporter) -> {
            if (isCountedTwice(key)) {
                receiver.accept(exporter);
            }
        });
    }

    private boolean isCountedTwice(Key key) {
        return key.metric().equals(OLD_NAME) && exporters.containsKey(new Key(key.resource(), key.source(), NAME));
    }
}
