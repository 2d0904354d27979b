package dev.shipgate.ingest.wrk;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shipgate.ingest.JsonDocument;
import dev.shipgate.ingest.P95;
import dev.shipgate.ingest.P95Field;
import dev.shipgate.ingest.Summary;
import dev.shipgate.ingest.UnreadableResultException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The line that the script writes when a run of wrk is done.
 *
 * @param field which percentile is taken as the 95th
 * @param measured the 95th percentile, how many requests there were, and how many failed
 */
record DoneLine(P95Field field, Summary measured, List<String> notes) {

    private static final double MICROS_PER_MILLI = 1_000;

    static DoneLine read(String line, @Nullable String mappedP95) throws IOException {
        JsonNode document = JsonDocument.read(new ByteArrayInputStream(line.getBytes(StandardCharsets.UTF_8)));
        JsonNode errors = document.path("errors");
        long responses = count(document, "requests");
        long late = count(errors, "timeout");
        long withoutResponse = count(errors, "connect") + count(errors, "read") + count(errors, "write");
        long bad = Math.min(responses, count(errors, "status") + late);
        JsonNode latencies = document.path("latency_us");
        Map<String, Double> percentiles = percentiles(latencies);
        P95Field field = P95Field.of(mappedP95, "p95", percentiles);
        List<String> notes = new ArrayList<>();
        if (late > 0) {
            notes.add(late + " responses came after wrk's time-out, and wrk leaves them out of its latencies. So the "
                    + "95th percentile is only known not to be below that of the others. Run wrk with a longer "
                    + "--timeout.");
        }
        P95 p95 = responses <= late ? P95.UNKNOWN : p95(latencies, field, percentiles);
        return new DoneLine(
                field,
                Summary.ofCounts(
                        late == 0 ? p95 : ofThoseInTime(p95, field),
                        responses + withoutResponse,
                        bad + withoutResponse),
                notes);
    }

    /** A stand-in above the 95th percentile of those in time bounds nothing. */
    private static P95 ofThoseInTime(P95 p95, P95Field field) {
        Double lowest = p95.ms() == null ? p95.atLeastMs() : p95.ms();
        return field.percentile() == 95 ? P95.between(lowest, null) : P95.UNKNOWN;
    }

    private static P95 p95(JsonNode latencies, P95Field field, Map<String, Double> percentiles) {
        if (latencies.has(field.name())) {
            return P95.of(milliseconds(latencies, field.name()));
        }
        P95 around = P95Field.between(percentiles, name -> milliseconds(latencies, name));
        if (!around.isKnown()) {
            throw new UnreadableResultException("latency_us has no \"" + field.name()
                    + "\". Use the script of docs/imports.md, or name another percentile in the mapping: p95.");
        }
        return around;
    }

    private static Map<String, Double> percentiles(JsonNode latencies) {
        Map<String, Double> percentiles = new LinkedHashMap<>();
        latencies.fieldNames().forEachRemaining(name -> {
            if (name.matches("p\\d{1,2}(\\.\\d{1,3})?")) {
                percentiles.put(name, Double.valueOf(name.substring(1)));
            }
        });
        return percentiles;
    }

    private static @Nullable Double milliseconds(JsonNode latencies, String field) {
        Double micros = JsonDocument.number(latencies, field);
        return micros == null ? null : (Double) (micros / MICROS_PER_MILLI);
    }

    private static long count(JsonNode object, String field) {
        Long count = JsonDocument.count(object, field);
        if (count == null) {
            throw new UnreadableResultException("\"" + field + "\" is missing. It must be a whole number.");
        }
        return count;
    }
}
