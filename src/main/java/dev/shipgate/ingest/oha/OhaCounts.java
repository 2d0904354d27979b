package dev.shipgate.ingest.oha;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shipgate.ingest.read.JsonDocument;
import dev.shipgate.ingest.read.UnreadableResultException;
import dev.shipgate.number.Numbers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The numbers of requests, by their outcome.
 *
 * @param responses of any status
 * @param badStatus those with a status of 400 or above
 * @param errors requests without a response
 * @param cutOff requests that were under way when the time of the test was over, and are neither
 */
record OhaCounts(long responses, long badStatus, long errors, long cutOff) {

    /** How oha names them (client.rs, {@code ClientError::Deadline}). */
    private static final String DEADLINE = "aborted due to deadline";

    /** oha writes a ratio of counts, in full. */
    private static final double TOLERANCE = 1e-9;

    static OhaCounts read(JsonNode document) {
        long responses = 0;
        long bad = 0;
        for (Map.Entry<String, JsonNode> status :
                document.path("statusCodeDistribution").properties()) {
            long count = JsonDocument.requiredCount(document.path("statusCodeDistribution"), status.getKey());
            responses += count;
            bad += isBad(status.getKey()) ? count : 0;
        }
        long errors = 0;
        long cutOff = 0;
        for (Map.Entry<String, JsonNode> error :
                document.path("errorDistribution").properties()) {
            long count = JsonDocument.requiredCount(document.path("errorDistribution"), error.getKey());
            errors += error.getKey().equals(DEADLINE) ? 0 : count;
            cutOff += error.getKey().equals(DEADLINE) ? count : 0;
        }
        OhaCounts counts = new OhaCounts(responses, bad, errors, cutOff);
        counts.requireSuccessRate(document.path("summary"));
        counts.requireHistogram(document.path("responseTimeHistogram"));
        return counts;
    }

    private static boolean isBad(String status) {
        if (!status.matches("[1-9]\\d\\d")) {
            throw new UnreadableResultException("\"statusCodeDistribution\" has the status \"" + status
                    + "\", which must be one of HTTP, from 100 to 999.");
        }
        return status.charAt(0) >= '4';
    }

    private void requireSuccessRate(JsonNode summary) {
        Double rate = JsonDocument.number(summary, "successRate");
        if (requests() > 0 && (rate == null || !(Math.abs(rate - (double) responses / requests()) <= TOLERANCE))) {
            throw new UnreadableResultException(
                    "\"successRate\" is " + Numbers.forPeople(rate) + ", but must be the ratio of requests that got a "
                            + "response of any status: " + responses + " of " + requests() + ".");
        }
    }

    /** Where all responses took the same time, all of its bars have one key, of which oha writes the last bar alone. */
    private void requireHistogram(JsonNode histogram) {
        if (histogram.size() == 1) {
            return;
        }
        long all = 0;
        for (Map.Entry<String, JsonNode> bucket : histogram.properties()) {
            all += JsonDocument.requiredCount(histogram, bucket.getKey());
        }
        if (!histogram.isMissingNode() && all != responses) {
            throw new UnreadableResultException("\"responseTimeHistogram\" has " + all
                    + " responses, but \"statusCodeDistribution\" has " + responses + ".");
        }
    }

    long requests() {
        return responses + errors;
    }

    long failed() {
        return badStatus + errors;
    }

    List<String> notes() {
        List<String> notes = new ArrayList<>();
        if (errors > 0) {
            notes.add(errors
                    + " requests got no response, and are not in oha's percentiles. They count as failed, and as "
                    + "slower than all others, so that the 95th percentile is only known within bounds.");
        }
        if (cutOff > 0) {
            notes.add(
                    cutOff + " requests were under way when the time of the test was over. oha aborted them, and they "
                            + "count neither as requests nor as failed. With --wait-ongoing-requests-after-deadline it waits.");
        }
        return notes;
    }
}
