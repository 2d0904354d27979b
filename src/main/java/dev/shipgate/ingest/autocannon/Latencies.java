package dev.shipgate.ingest.autocannon;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shipgate.ingest.measure.ChosenPercentile;
import dev.shipgate.ingest.measure.P95;
import dev.shipgate.ingest.measure.PercentileNames;
import dev.shipgate.ingest.measure.ToolPercentiles;
import dev.shipgate.ingest.read.JsonDocument;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The percentiles of response times, which are whole milliseconds.
 *
 * @param p95 the 95th, or the percentiles around it
 * @param method how the 95th was found, and of which requests
 */
record Latencies(P95 p95, String method, List<String> notes) {

    /** Such as {@code p97_5}. */
    private static final PercentileNames NAMES = PercentileNames.of("p(\\d{1,2}(?:_\\d{1,5})?)");

    static Latencies read(JsonNode document, AutocannonCounts counts, @Nullable String mappedP95) {
        JsonNode latency = document.path("latency");
        ToolPercentiles percentiles = ToolPercentiles.of(NAMES, latency, name -> JsonDocument.number(latency, name));
        Long values = JsonDocument.count(latency, "totalCount");
        boolean isOfNothing = values != null && values == 0;
        if (!isOfNothing) {
            percentiles.requireRising("latency", "min", "max");
        }
        ChosenPercentile p95 = percentiles.chosen(mappedP95, "p95");
        List<String> notes = new ArrayList<>();
        boolean isOfAll = values != null && values > 0 && values == counts.answered();
        Double p95Ms = isOfNothing ? null : JsonDocument.number(latency, p95.name());
        if (p95Ms == null) {
            notes.add("autocannon calculates no 95th percentile, only "
                    + String.join(", ", percentiles.percents().keySet())
                    + ", between which it is. With p95: p97_5 in the mapping the next higher one stands in for it.");
        }
        if (isOfAll && counts.withoutResponse() > 0) {
            notes.add(counts.withoutResponse()
                    + " requests got no response, and are not in autocannon's percentiles. They "
                    + "count as slower than all others, so that the 95th percentile is only known within bounds.");
        }
        if (values != null && values > counts.answered()) {
            notes.add("autocannon corrected the response times for a rate that was set, by adding "
                    + (values - counts.answered())
                    + " values as if each connection should send every ms. That overstates them: use "
                    + "--ignoreCoordinatedOmission.");
        }
        // Percentiles of other values are no bounds of the 95th percentile of all responses.
        return new Latencies(
                isOfAll ? percentiles.ofAll(p95, counts.answered(), counts.withoutResponse()) : P95.of(p95Ms),
                method(p95, values, counts),
                notes);
    }

    private static String method(ChosenPercentile p95, @Nullable Long values, AutocannonCounts counts) {
        String tool = "autocannon: " + p95.forPeople() + " of the response times in whole ms of ";
        if (values == null || values == counts.answered()) {
            return tool + "all responses";
        }
        return tool
                + (values > counts.answered()
                        ? "all responses, with values added for coordinated omission"
                        : "responses with a status of 2xx");
    }
}
