package dev.shipgate.ingest.fortio;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shipgate.ingest.read.JsonDocument;
import dev.shipgate.ingest.read.UnreadableResultException;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * How often each return code came.
 *
 * @param names of all codes
 * @param requests of any code
 * @param failed those with a code of failure
 * @param notOk those that fortio itself calls errors: without a status of 2xx, or 418, a joke of its authors
 */
record ReturnCodes(Set<String> names, long requests, long failed, long notOk) {

    /** Statuses of HTTP below 400, and the answers of gRPC's health service and of connections without HTTP. */
    private static final Pattern SUCCESS = Pattern.compile("[123]\\d\\d|SERVING|OK");

    private static final Pattern OK = Pattern.compile("2\\d\\d|418");

    /** A negative one is of a connection that failed. */
    private static final Pattern HTTP = Pattern.compile("-?\\d+");

    static ReturnCodes read(JsonNode codes) {
        Set<String> names = new LinkedHashSet<>();
        long requests = 0;
        long failed = 0;
        long notOk = 0;
        for (Map.Entry<String, JsonNode> code : codes.properties()) {
            long count = JsonDocument.requiredCount64(codes, code.getKey());
            names.add(code.getKey());
            requests += count;
            failed += SUCCESS.matcher(code.getKey()).matches() ? 0 : count;
            notOk += OK.matcher(code.getKey()).matches() ? 0 : count;
        }
        return new ReturnCodes(names, requests, failed, notOk);
    }

    /**
     * The same of so many requests, of which those without a code failed. Nighthawk writes one code only, 200, for all
     * statuses of 2xx; fortio has one for each request.
     *
     * @throws UnreadableResultException when the codes are of more requests, or of fewer and not all of one code
     */
    ReturnCodes of(long durations) {
        boolean isOfNighthawk = names.equals(Set.of("200"));
        if (requests > durations || (requests < durations && !isOfNighthawk)) {
            throw new UnreadableResultException(
                    "\"RetCodes\" has " + requests + " requests, but \"DurationHistogram\" has " + durations + ".");
        }
        return new ReturnCodes(names, durations, failed + durations - requests, notOk + durations - requests);
    }

    /**
     * That fortio's own count of errors is that of the codes. Without HTTP, where it may call an answer of failure
     * none, it is not more.
     *
     * @throws UnreadableResultException with both numbers, where it is not
     */
    void requireErrors(long errors) {
        boolean isHttp = names.stream().allMatch(name -> HTTP.matcher(name).matches());
        if (isHttp ? errors != notOk : errors > failed) {
            throw new UnreadableResultException("\"ErrorsDurationHistogram\" has " + errors
                    + " requests, but \"RetCodes\" has "
                    + (isHttp ? notOk + " with a status other than 2xx." : failed + " that failed."));
        }
    }
}
