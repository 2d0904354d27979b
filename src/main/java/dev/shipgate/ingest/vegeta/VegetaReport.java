package dev.shipgate.ingest.vegeta;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shipgate.ingest.measure.ChosenPercentile;
import dev.shipgate.ingest.measure.Milliseconds;
import dev.shipgate.ingest.measure.PercentileNames;
import dev.shipgate.ingest.measure.Provenance;
import dev.shipgate.ingest.measure.ResultSink;
import dev.shipgate.ingest.measure.Summary;
import dev.shipgate.ingest.measure.ToolPercentiles;
import dev.shipgate.ingest.read.JsonDocument;
import dev.shipgate.ingest.read.UnreadableResultException;
import dev.shipgate.number.Numbers;
import java.io.IOException;
import java.io.InputStream;
import java.util.Iterator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The report of {@code vegeta report -type=json}, about all requests together, in nanoseconds. */
final class VegetaReport {

    /** vegeta writes a ratio of counts, in full. */
    private static final double TOLERANCE = 1e-9;

    /** Such as {@code 99th}. */
    private static final PercentileNames NAMES = PercentileNames.of("(\\d{1,2})th");

    /** Such as {@code 500 Internal Server Error}. */
    private static final Pattern STATUS_TEXT = Pattern.compile("\\d{3}\\b");

    private VegetaReport() {}

    static Provenance read(InputStream file, @Nullable String mappedP95, ResultSink sink) throws IOException {
        JsonNode document = JsonDocument.read(file);
        JsonNode latencies = document.path("latencies");
        ToolPercentiles percentiles = ToolPercentiles.of(NAMES, latencies, name -> milliseconds(latencies, name));
        percentiles.requireRising("latencies", "min", "max");
        ChosenPercentile p95 = percentiles.chosen(mappedP95, "95th");
        Double nanos = JsonDocument.number(latencies, p95.name());
        if (nanos == null) {
            throw new UnreadableResultException("latencies has no \"" + p95.name() + "\", which vegeta always writes.");
        }
        long requests = requests(document);
        long succeeded = succeeded(document.path("status_codes"), requests);
        requireSuccess(document, succeeded, requests);
        sink.summary(
                ResultSink.WHOLE_TEST, Summary.ofCounts(Milliseconds.ofNanos(nanos), requests, requests - succeeded));
        long brokenOff = brokenOff(document);
        sink.contradictingStatus(ResultSink.WHOLE_TEST, 0, Math.min(succeeded, brokenOff));
        return new Provenance(
                "vegeta",
                null,
                "report as JSON",
                "vegeta: " + p95.forPeople() + " of all requests, failed ones and those without a response included, "
                        + "which vegeta estimates",
                "Requests with a status other than 2xx or 3xx, or without a response, as vegeta's success.");
    }

    private static @Nullable Double milliseconds(JsonNode latencies, String name) {
        Double nanos = JsonDocument.number(latencies, name);
        return nanos == null ? null : (Double) Milliseconds.ofNanos(nanos);
    }

    private static long requests(JsonNode document) {
        Long requests = JsonDocument.count(document, "requests");
        if (requests == null) {
            throw new UnreadableResultException("\"requests\" is missing. It must be how many there were.");
        }
        return requests;
    }

    private static long succeeded(JsonNode statusCodes, long requests) {
        long all = 0;
        long succeeded = 0;
        for (Iterator<String> names = statusCodes.fieldNames(); names.hasNext(); ) {
            String status = names.next();
            Long count = JsonDocument.count(statusCodes, status);
            all += count == null ? 0 : count;
            succeeded += count != null && status.matches("[23]\\d\\d") ? count : 0;
        }
        if (all != requests) {
            throw new UnreadableResultException(
                    "The counts in status_codes are together " + all + ", but must be the " + requests + " requests.");
        }
        return succeeded;
    }

    /**
     * How many requests at least broke off after their status, which vegeta calls a success, as it goes by the status
     * alone. An error is the text of a bad status, or that of a request without any, or of one that broke off. Each
     * text is there once.
     */
    private static long brokenOff(JsonNode document) {
        Long withoutStatus = JsonDocument.count(document.path("status_codes"), "0");
        long others = 0;
        for (JsonNode error : document.path("errors")) {
            others += STATUS_TEXT.matcher(error.asText()).lookingAt() ? 0 : 1;
        }
        return withoutStatus == null || withoutStatus == 0 ? others : 0;
    }

    private static void requireSuccess(JsonNode document, long succeeded, long requests) {
        Double success = JsonDocument.number(document, "success");
        if (success == null || (requests > 0 && !(Math.abs(success - (double) succeeded / requests) <= TOLERANCE))) {
            throw new UnreadableResultException("\"success\" is " + Numbers.forPeople(success)
                    + ", but must be the ratio of requests with a status of 2xx or 3xx: " + succeeded + " of "
                    + requests + ".");
        }
    }
}
