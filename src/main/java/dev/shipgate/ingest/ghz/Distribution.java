package dev.shipgate.ingest.ghz;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shipgate.ingest.measure.Milliseconds;
import dev.shipgate.ingest.measure.ToolPercentiles;
import dev.shipgate.ingest.read.JsonDocument;
import dev.shipgate.ingest.read.UnreadableResultException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the percentiles that ghz calculated, whose names are such as {@code 95}. */
final class Distribution {

    private Distribution() {}

    static ToolPercentiles read(JsonNode document) {
        Map<String, Double> percents = new LinkedHashMap<>();
        Map<String, Double> millis = new HashMap<>();
        for (JsonNode entry : document.path("latencyDistribution")) {
            Long percentage = JsonDocument.count(entry, "percentage");
            Double latency = JsonDocument.number(entry, "latency");
            if (percentage == null || percentage > 99 || latency == null || latency < 0) {
                throw new UnreadableResultException("\"latencyDistribution\" must have a percentage below 100 and a "
                        + "latency in nanoseconds, 0 or more, in each entry.");
            }
            // ghz leaves an entry empty where the latency is 0.
            if (percentage > 0) {
                percents.put(String.valueOf(percentage), (double) percentage);
                millis.put(String.valueOf(percentage), Milliseconds.ofNanos(latency));
            }
        }
        ToolPercentiles percentiles = new ToolPercentiles(
                percents, name -> percents.containsKey(name) ? millis.get(name) : millis(document, name));
        percentiles.requireRising("the calls", "fastest", "slowest");
        return percentiles;
    }

    private static @Nullable Double millis(JsonNode document, String name) {
        Double nanos = JsonDocument.number(document, name);
        return nanos == null ? null : (Double) Milliseconds.ofNanos(nanos);
    }
}
