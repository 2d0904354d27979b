package dev.shipgate.ingest.autocannon;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shipgate.ingest.read.JsonDocument;
import dev.shipgate.ingest.read.UnreadableResultException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The numbers of requests, by their outcome.
 *
 * @param answered responses of any status
 * @param ok responses with a status of 2xx
 * @param redirects responses with a status of 3xx, which autocannon does not follow
 * @param bad other responses
 * @param mismatches responses of any status whose body was not the expected one
 * @param errors requests that ended without a response, time-outs included
 * @param lost requests that were sent and of which autocannon tells nothing else
 */
record AutocannonCounts(long answered, long ok, long redirects, long bad, long mismatches, long errors, long lost) {

    static AutocannonCounts read(JsonNode document) {
        JsonNode requests = document.path("requests");
        long answered = JsonDocument.requiredCount(requests, "total");
        long ok = JsonDocument.requiredCount(document, "2xx");
        long redirects = JsonDocument.requiredCount(document, "3xx");
        long others = JsonDocument.requiredCount(document, "non2xx");
        long errors = JsonDocument.requiredCount(document, "errors");
        if (ok + others != answered
                || redirects > others
                || JsonDocument.requiredCount(document, "timeouts") > errors) {
            throw new UnreadableResultException("2xx (" + ok + ") and non2xx (" + others
                    + ") must be together the total of requests (" + answered
                    + "), 3xx a part of non2xx, and timeouts a part of errors.");
        }
        requireStatuses(document, ok, others);
        // Older versions have none, as they expect no body.
        long mismatches = countOrNone(document, "mismatches");
        return new AutocannonCounts(
                answered, ok, redirects, others - redirects, mismatches, errors, lost(document, answered, errors));
    }

    /** autocannon counts responses once more by their status, and by the first digit of it. */
    private static void requireStatuses(JsonNode document, long ok, long others) {
        List<String> classes = List.of("1xx", "3xx", "4xx", "5xx");
        long otherClasses = classes.stream()
                .mapToLong(digit -> countOrNone(document, digit))
                .sum();
        if (classes.stream().allMatch(document::has) && otherClasses != others) {
            throw new UnreadableResultException(
                    "non2xx is " + others + ", but 1xx, 3xx, 4xx and 5xx are together " + otherClasses + ".");
        }
        JsonNode byStatus = document.path("statusCodeStats");
        long okByStatus = 0;
        long othersByStatus = 0;
        for (Map.Entry<String, JsonNode> status : byStatus.properties()) {
            long responses = JsonDocument.requiredCount(status.getValue(), "count");
            okByStatus += status.getKey().startsWith("2") ? responses : 0;
            othersByStatus += status.getKey().startsWith("2") ? 0 : responses;
        }
        if (!byStatus.isMissingNode() && (okByStatus != ok || othersByStatus != others)) {
            throw new UnreadableResultException("2xx is " + ok + " and non2xx " + others + ", but statusCodeStats has "
                    + okByStatus + " and " + othersByStatus + ".");
        }
    }

    /**
     * A connection that the server closes without an answer is no error to autocannon. A request that was sent, is
     * neither answered nor an error, and cannot have been under way at the end is lost. With a rate given autocannon
     * counts more as sent than it sends, and this cannot be told; the latencies are corrected then, and so more than
     * the responses.
     */
    private static long lost(JsonNode document, long answered, long errors) {
        Long latencies = JsonDocument.count(document.path("latency"), "totalCount");
        Long sent = JsonDocument.count(document.path("requests"), "sent");
        if (sent == null || latencies == null || latencies > answered) {
            return 0;
        }
        Long workers = JsonDocument.count(document, "workers");
        long clients = Math.max(JsonDocument.requiredCount(document, "connections"), workers == null ? 0 : workers);
        long underWay = clients * Math.max(1, JsonDocument.requiredCount(document, "pipelining"));
        return Math.max(0, sent - answered - errors - underWay);
    }

    private static long countOrNone(JsonNode object, String field) {
        Long count = JsonDocument.count(object, field);
        return count == null ? 0 : count;
    }

    long withoutResponse() {
        return errors + lost;
    }

    long requests() {
        return answered + withoutResponse();
    }

    /** At most so many: a response may be bad and have a body that was not expected, and counts twice then. */
    long failed() {
        return Math.min(answered, bad + mismatches) + withoutResponse();
    }

    List<String> notes() {
        List<String> notes = new ArrayList<>();
        if (redirects > 0) {
            notes.add(redirects + " responses were redirects, which autocannon does not follow. Is the address right?");
        }
        if (bad > 0 && mismatches > 0) {
            notes.add("A response with a bad status and an unexpected body counts as two failures, as autocannon does "
                    + "not say which are both.");
        }
        if (lost > 0) {
            notes.add(lost + " requests were sent and neither answered nor counted as an error, as when the server "
                    + "closes connections. They count as failed.");
        }
        return notes;
    }
}
