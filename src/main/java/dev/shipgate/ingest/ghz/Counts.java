package dev.shipgate.ingest.ghz;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shipgate.ingest.JsonDocument;
import dev.shipgate.ingest.UnreadableResultException;
import java.util.Map;

/**
 * How many calls there were, and how many failed.
 *
 * @param calls of any status
 * @param failed those with another status than OK
 */
record Counts(long calls, long failed) {

    private static final String OK = "OK";

    static Counts read(JsonNode document) {
        long calls = JsonDocument.requiredCount(document, "count");
        JsonNode statuses = document.path("statusCodeDistribution");
        long all = sum(statuses);
        if (all != calls) {
            throw new UnreadableResultException(
                    "\"count\" is " + calls + ", but \"statusCodeDistribution\" has " + all + " calls.");
        }
        long failed = all - (statuses.has(OK) ? JsonDocument.requiredCount(statuses, OK) : 0);
        long errors = sum(document.path("errorDistribution"));
        if (errors != failed) {
            throw new UnreadableResultException("\"statusCodeDistribution\" has " + failed
                    + " calls with another status than OK, but \"errorDistribution\" has " + errors + ".");
        }
        return new Counts(calls, failed);
    }

    private static long sum(JsonNode counts) {
        long sum = 0;
        for (Map.Entry<String, JsonNode> entry : counts.properties()) {
            sum += JsonDocument.requiredCount(counts, entry.getKey());
        }
        return sum;
    }
}
