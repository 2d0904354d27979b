package dev.shipgate.ingest.artillery;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shipgate.ingest.read.JsonDocument;
import dev.shipgate.ingest.read.UnreadableResultException;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;

/** The totals of a report, held against the sums of its parts. */
final class Totals {

    private static final String REQUESTS = "http.requests";
    private static final String RESPONSES = "http.responses";
    private static final String CODES = "http.codes.";
    private static final String ERRORS = "errors.";

    private Totals() {}

    /**
     * That the counters of all windows of time are together those of the whole test.
     *
     * @throws UnreadableResultException with both numbers where they are not
     */
    static void requireSumOfWindows(ArtilleryReport whole, JsonNode windows) {
        if (windows.isEmpty()) {
            return;
        }
        Map<String, Long> sums = new TreeMap<>();
        whole.counterNames().stream().filter(Totals::isOfRequests).forEach(name -> sums.put(name, 0L));
        for (JsonNode window : windows) {
            JsonNode counters = window.path("counters");
            counters.fieldNames().forEachRemaining(name -> {
                Long count = isOfRequests(name) ? JsonDocument.count(counters, name) : null;
                if (count != null) {
                    sums.merge(name, count, Long::sum);
                }
            });
        }
        sums.forEach((name, sum) -> {
            if (sum != whole.counter(name)) {
                throw new UnreadableResultException("\"" + name + "\" is " + whole.counter(name)
                        + " in \"aggregate\", but " + sum + " in all of \"intermediate\" together.");
            }
        });
    }

    private static boolean isOfRequests(String counter) {
        return counter.equals(REQUESTS)
                || counter.equals(RESPONSES)
                || counter.startsWith(CODES)
                || counter.startsWith(ERRORS);
    }

    /**
     * That responses are as many as their statuses and their times, and no more than requests.
     *
     * @throws UnreadableResultException with both numbers where they are not
     */
    static void requireResponses(ArtilleryReport whole, Failures failures) {
        long responses = whole.counter(RESPONSES);
        if (responses > 0 && responses != failures.responses()) {
            throw new UnreadableResultException("\"" + RESPONSES + "\" is " + responses + ", but the counters of \""
                    + CODES + "...\" are together " + failures.responses() + ".");
        }
        whole.requireTimes(ArtilleryReport.RESPONSE_TIME, failures.responses());
        if (failures.responses() > whole.requests()) {
            throw new UnreadableResultException("\"" + REQUESTS + "\" is " + whole.requests() + ", but there are "
                    + failures.responses() + " responses.");
        }
    }

    /**
     * That the endpoints have no more responses than the test, as many with a bad status if they have all responses,
     * and otherwise as many as the others can account for.
     *
     * @throws UnreadableResultException with both numbers where they have not
     */
    static void requireEndpoints(Failures failures, Collection<Endpoint> endpoints) {
        long responses = endpoints.stream().mapToLong(Endpoint::responses).sum();
        long bad = endpoints.stream().mapToLong(Endpoint::badStatus).sum();
        if (responses > failures.responses()) {
            throw new UnreadableResultException("The endpoints have " + responses + " responses, more than the test ("
                    + failures.responses() + ").");
        }
        long badOfOthers = failures.badStatus() - bad;
        if (badOfOthers < 0 || badOfOthers > failures.responses() - responses) {
            throw new UnreadableResultException(
                    "The endpoints have " + bad + " responses with a status of 400 or above "
                            + "among " + responses + ", but the test has " + failures.badStatus() + " among "
                            + failures.responses() + ".");
        }
    }
}
