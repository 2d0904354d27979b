package dev.shipgate.ingest.wrk;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shipgate.ingest.JsonDocument;
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
 * @param p95 which percentile is taken as the 95th
 * @param p95Ms null where it is unknown
 * @param boundMs what it is not below, where only that is known
 * @param counted how many requests there were, and how many failed
 */
record DoneLine(
        P95Field p95, @Nullable Double p95Ms, @Nullable Double boundMs, Summary counted, List<String> notes) {

    private static final double MICROS_PER_MILLI = 1_000;

    static DoneLine read(String line, @Nullable String mappedP95) throws IOException {
        JsonNode document = JsonDocument.read(new ByteArrayInputStream(line.getBytes(StandardCharsets.UTF_8)));
        JsonNode errors = document.path("errors");
        long responses = count(document, "requests");
        long late = count(errors, "timeout");
        long withoutResponse = count(errors, "connect") + count(errors, "read") + count(errors, "write");
        long bad = Math.min(responses, count(errors, "status") + late);
        Summary counted = Summary.ofCounts(null, responses + withoutResponse, bad + withoutResponse);
        JsonNode latencies = document.path("latency_us");
        P95Field p95 = P95Field.of(mappedP95, "p95", percentiles(latencies));
        Double measuredMs = responses <= late ? null : milliseconds(latencies, p95.name());
        List<String> notes = new ArrayList<>();
        if (late > 0) {
            notes.add(late + " responses came after wrk's time-out, and wrk leaves them out of its latencies. So the "
                    + "95th percentile is only known not to be below that of the others. Run wrk with a longer "
                    + "--timeout.");
        }
        // A stand-in above the 95th percentile of those in time bounds nothing.
        Double boundMs = late > 0 && p95.percentile() == 95 ? measuredMs : null;
        return new DoneLine(p95, late > 0 ? null : measuredMs, boundMs, counted, notes);
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

    private static double milliseconds(JsonNode latencies, String field) {
        Double micros = JsonDocument.number(latencies, field);
        if (micros == null) {
            throw new UnreadableResultException("latency_us has no \"" + field
                    + "\". Use the script of docs/imports.md, or name another percentile in the mapping: p95.");
        }
        return micros / MICROS_PER_MILLI;
    }

    private static long count(JsonNode object, String field) {
        Long count = JsonDocument.count(object, field);
        if (count == null) {
            throw new UnreadableResultException("\"" + field + "\" is missing. It must be a whole number.");
        }
        return count;
    }
}
