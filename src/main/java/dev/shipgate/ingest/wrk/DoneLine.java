package dev.shipgate.ingest.wrk;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shipgate.ingest.JsonDocument;
import dev.shipgate.ingest.Milliseconds;
import dev.shipgate.ingest.P95;
import dev.shipgate.ingest.P95Field;
import dev.shipgate.ingest.Percentiles;
import dev.shipgate.ingest.Summary;
import dev.shipgate.ingest.UnreadableResultException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The line that the script writes when a run of wrk is done.
 *
 * @param field which percentile is taken as the 95th
 * @param measured the 95th percentile, how many requests there were, and how many failed
 */
record DoneLine(P95Field field, Counts counts, Summary measured, List<String> notes) {

    static DoneLine read(String line, @Nullable String mappedP95) throws IOException {
        JsonNode document = JsonDocument.read(new ByteArrayInputStream(line.getBytes(StandardCharsets.UTF_8)));
        JsonNode errors = document.path("errors");
        Counts counts = new Counts(
                JsonDocument.requiredCount(document, "requests"),
                JsonDocument.requiredCount(errors, "status"),
                JsonDocument.requiredCount(errors, "connect"),
                JsonDocument.requiredCount(errors, "read"),
                JsonDocument.requiredCount(errors, "write"),
                JsonDocument.requiredCount(errors, "timeout"));
        JsonNode latencies = document.path("latency_us");
        Percentiles percentiles = Percentiles.of(latencies, name -> milliseconds(latencies, name));
        percentiles.requireRising("latency_us", "min", "max");
        P95Field field = percentiles.field(mappedP95, "p95");
        requireBounds(latencies, field, percentiles);
        P95 p95 = percentiles.ofAll(field, counts.inTime(), counts.others());
        return new DoneLine(
                field, counts, counts.summary(p95), WithoutLatency.notes(counts.late(), counts.withoutResponse()));
    }

    private static void requireBounds(JsonNode latencies, P95Field field, Percentiles percentiles) {
        if (!latencies.has(field.name()) && !percentiles.between().isKnown()) {
            throw new UnreadableResultException("latency_us has no \"" + field.name()
                    + "\". Use the script of docs/imports.md, or name another percentile in the mapping: p95.");
        }
    }

    private static @Nullable Double milliseconds(JsonNode latencies, String field) {
        Double micros = JsonDocument.number(latencies, field);
        return micros == null ? null : (Double) Milliseconds.ofMicros(micros);
    }
}
