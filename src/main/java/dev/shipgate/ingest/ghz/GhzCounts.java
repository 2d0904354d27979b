package dev.shipgate.ingest.ghz;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shipgate.ingest.read.JsonDocument;
import dev.shipgate.ingest.read.UnreadableResultException;
import java.util.Map;

/**
 * How many calls there were, and how many failed.
 *
 * @param calls of any status
 * @param failed those with another status than OK
 */
record GhzCounts(long calls, long failed) {

    private static final String OK = "OK";

    /** Its rows, percentiles and histogram are of no more calls than these, and it does not say so. */
    private static final long MOST_KEPT = 1_000_000;

    static GhzCounts read(JsonNode document) {
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
        if (calls > MOST_KEPT) {
            throw new UnreadableResultException("\"count\" is " + calls + ". ghz keeps the first " + MOST_KEPT
                    + " calls only, so that its percentiles are not of later ones. Send fewer in one run.");
        }
        return new GhzCounts(calls, failed);
    }

    /**
     * That the bars of the histogram, which are of the same calls as the percentiles, have all of these.
     *
     * @param measured of how many calls the percentiles are
     * @throws UnreadableResultException with both numbers, where they have not
     */
    void requireHistogram(JsonNode histogram, long measured) {
        long inBars = 0;
        for (JsonNode bar : histogram) {
            inBars += JsonDocument.requiredCount(bar, "count");
        }
        if (!histogram.isEmpty() && inBars != measured) {
            throw new UnreadableResultException(
                    "\"histogram\" has " + inBars + " calls, but the percentiles are of " + measured + ".");
        }
    }

    private static long sum(JsonNode counts) {
        long sum = 0;
        for (Map.Entry<String, JsonNode> entry : counts.properties()) {
            sum += JsonDocument.requiredCount(counts, entry.getKey());
        }
        return sum;
    }
}
