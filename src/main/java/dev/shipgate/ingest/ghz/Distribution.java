package dev.shipgate.ingest.ghz;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shipgate.ingest.JsonDocument;
import dev.shipgate.ingest.P95;
import dev.shipgate.ingest.P95Field;
import dev.shipgate.ingest.UnreadableResultException;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The percentiles that ghz calculated.
 *
 * @param nanos by their names, such as {@code 95}
 */
record Distribution(Map<String, Double> nanos) {

    private static final double NANOS_PER_MILLI = 1e6;

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

    P95 p95(P95Field field) {
        Double found = nanos.get(field.name());
        return found == null
                ? P95Field.between(percentiles(), name -> nanos.getOrDefault(name, 0.0) / NANOS_PER_MILLI)
                : P95.of(found / NANOS_PER_MILLI);
    }
}
