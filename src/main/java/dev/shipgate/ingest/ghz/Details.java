package dev.shipgate.ingest.ghz;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shipgate.ingest.measure.ResultSink;
import dev.shipgate.ingest.read.JsonDocument;
import dev.shipgate.ingest.read.UnreadableResultException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.TimeUnit;

/** The rows that ghz writes, one for each call. */
final class Details {

    private static final double NANOS_PER_MICRO = 1_000;

    private Details() {}

    /**
     * Whether there are any.
     *
     * @throws UnreadableResultException when there are some, and not one for each call
     */
    static boolean areThere(JsonNode details, GhzCounts counts) {
        if (!details.isEmpty() && details.size() != counts.calls()) {
            throw new UnreadableResultException("\"details\" has " + details.size() + " rows, but \"count\" is "
                    + counts.calls() + ". It must have one for each call, or none.");
        }
        return !details.isEmpty();
    }

    static void report(JsonNode details, GhzCounts counts, ResultSink sink) {
        long failed = 0;
        for (JsonNode call : details) {
            boolean isFailure = !call.path("status").asText().equals("OK")
                    || !call.path("error").asText().isEmpty();
            failed += isFailure ? 1 : 0;
            long micros = micros(call);
            sink.sample(ResultSink.WHOLE_TEST, startedAtMs(call, micros), micros, TimeUnit.MICROSECONDS, isFailure);
        }
        if (failed != counts.failed()) {
            throw new UnreadableResultException("\"details\" has " + failed
                    + " calls that failed, but \"statusCodeDistribution\" has " + counts.failed() + ".");
        }
    }

    private static long micros(JsonNode call) {
        Long nanos = JsonDocument.count(call, "latency");
        if (nanos == null) {
            throw new UnreadableResultException("A call in \"details\" has no \"latency\".");
        }
        return Math.round(nanos / NANOS_PER_MICRO);
    }

    /** ghz writes when the call ended (runner/stats_handler.go). */
    private static long startedAtMs(JsonNode call, long micros) {
        String timestamp = call.path("timestamp").asText();
        try {
            Instant ended = OffsetDateTime.parse(timestamp).toInstant();
            return Math.max(0, ended.minus(micros, ChronoUnit.MICROS).toEpochMilli());
        } catch (DateTimeParseException e) {
            throw new UnreadableResultException(
                    "A \"timestamp\" in \"details\" must be a time such as 2026-11-23T21:49:50.129Z.");
        }
    }
}
