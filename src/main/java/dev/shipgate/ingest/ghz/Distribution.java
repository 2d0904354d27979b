package dev.shipgate.ingest.ghz;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shipgate.ingest.JsonDocument;
import dev.shipgate.ingest.Milliseconds;
import dev.shipgate.ingest.P95;
import dev.shipgate.ingest.P95Field;
import dev.shipgate.ingest.UnreadableResultException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The percentiles that ghz calculated.
 *
 * @param nanos by their names, such as {@code 95}
 */
record Distribution(Map<String, Double> nanos) {

    static Distribution read(JsonNode document) {
        Map<String, Double> nanos = new LinkedHashMap<>();
        double before = 0;
        for (JsonNode entry : document.path("latencyDistribution")) {
            Long percentage = JsonDocument.count(entry, "percentage");
            Double latency = JsonDocument.number(entry, "latency");
            if (percentage == null || percentage > 99 || latency == null || latency < before) {
                throw new UnreadableResultException(
                        "\"latencyDistribution\" must have a percentage below 100 and a latency "
                                + "in nanoseconds, not lower than the one before, in each entry.");
            }
            // ghz leaves an entry empty where the latency is 0.
            if (percentage > 0) {
                nanos.put(String.valueOf(percentage), latency);
                before = latency;
            }
        }
        return new Distribution(nanos);
    }

    Map<String, Double> percentiles() {
        Map<String, Double> percentiles = new LinkedHashMap<>();
        nanos.keySet().forEach(name -> percentiles.put(name, Double.valueOf(name)));
        return percentiles;
    }

    /**
     * The 95th percentile of all calls.
     *
     * @param measured how many calls the percentiles are of
     * @param others how many they are not of
     */
    P95 p95(P95Field field, long measured, long others) {
        return field.ofAll(percentiles(), this::millis, measured, others);
    }

    private @Nullable Double millis(String name) {
        Double found = nanos.get(name);
        return found == null ? null : (Double) Milliseconds.ofNanos(found);
    }
}
