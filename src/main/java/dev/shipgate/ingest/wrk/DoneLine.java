package dev.shipgate.ingest.wrk;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shipgate.ingest.measure.ChosenPercentile;
import dev.shipgate.ingest.measure.Milliseconds;
import dev.shipgate.ingest.measure.P95;
import dev.shipgate.ingest.measure.PercentileNames;
import dev.shipgate.ingest.measure.Summary;
import dev.shipgate.ingest.measure.ToolPercentiles;
import dev.shipgate.ingest.read.JsonDocument;
import dev.shipgate.ingest.read.UnreadableResultException;
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
record DoneLine(ChosenPercentile field, WrkCounts counts, Summary measured, List<String> notes) {

    static DoneLine read(String line, @Nullable String mappedP95) throws IOException {
        JsonNode document = JsonDocument.read(new ByteArrayInputStream(line.getBytes(StandardCharsets.UTF_8)));
        JsonNode errors = document.path("errors");
        WrkCounts counts = new WrkCounts(
                JsonDocument.requiredCount(document, "requests"),
                JsonDocument.requiredCount(errors, "status"),
                JsonDocument.requiredCount(errors, "connect"),
                JsonDocument.requiredCount(errors, "read"),
                JsonDocument.requiredCount(errors, "write"),
                JsonDocument.requiredCount(errors, "timeout"));
        JsonNode latencies = document.path("latency_us");
        ToolPercentiles percentiles =
                ToolPercentiles.of(PercentileNames.WITH_POINT, latencies, name -> milliseconds(latencies, name));
        percentiles.requireRising("latency_us", "min", "max");
        ChosenPercentile field = percentiles.chosen(mappedP95, "p95");
        requireBounds(latencies, field, percentiles);
        P95 p95 = percentiles.ofAll(field, counts.inTime(), counts.others());
        return new DoneLine(
                field, counts, counts.summary(p95), WithoutLatency.notes(counts.late(), counts.withoutResponse()));
    }

    private static void requireBounds(JsonNode latencies, ChosenPercentile field, ToolPercentiles percentiles) {
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
