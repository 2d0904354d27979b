package dev.shipgate.ingest.k6;

import dev.shipgate.ingest.measure.ResultSink;
import dev.shipgate.ingest.read.ShortText;
import dev.shipgate.ingest.read.UnreadableResultException;
import dev.shipgate.ingest.table.SpreadsheetCell;
import dev.shipgate.number.Numbers;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Makes samples of the points of requests. Whether one failed is said by its tag {@code expected_response}; else by the
 * point of {@code http_req_failed}, which k6 writes after the duration of the same request; else k6 has not judged it,
 * and its status is judged as k6 does by default.
 */
final class RequestPoints {

    /** A longer duration is an error in the file. */
    private static final double MAX_DURATION_MS = 1e10;

    private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");

    private record Request(PointLine.Point point, String name) {}

    private final ResultSink sink;
    private @Nullable Request undecided;
    private long reported;
    private long reportedAsFailed;
    private long judgedByStatus;

    RequestPoints(ResultSink sink) {
        this.sink = sink;
    }

    /**
     * The duration of one.
     *
     * @param name of its route; null for none
     * @param tag that names routes; null for none
     */
    void duration(PointLine.Point point, @Nullable String name, @Nullable String tag) {
        decideByStatus();
        String expected = point.tags().get(PointsReader.EXPECTED);
        if (name == null) {
            Long failed = expected == null ? null : Long.valueOf(isTrue(expected, point.line()) ? 0 : 1);
            sink.leftOut("as they have no tag \"" + tag + "\"", null, 1, failed);
            return;
        }
        Request request = new Request(point, name);
        if (expected == null) {
            undecided = request;
        } else {
            report(request, !isTrue(expected, point.line()));
        }
    }

    private static boolean isTrue(String expected, long line) {
        return SpreadsheetCell.truth("The tag " + PointsReader.EXPECTED, expected, K6.NAME, line);
    }

    /**
     * Whether the request before it failed.
     *
     * @throws UnreadableResultException when the value and the tag do not say the same
     */
    void failed(PointLine.Point point) {
        boolean failed = point.value() != 0;
        String expected = point.tags().get(PointsReader.EXPECTED);
        if (expected != null && failed == isTrue(expected, point.line())) {
            throw UnreadableResultException.atLine(
                    point.line(),
                    K6.FAILED + " is " + Numbers.forPeople(point.value()) + ", but its tag " + PointsReader.EXPECTED
                            + " is " + expected + ".");
        }
        if (undecided != null) {
            report(undecided, failed);
            undecided = null;
        }
    }

    private void decideByStatus() {
        if (undecided != null) {
            report(undecided, !isExpected(undecided.point()));
            judgedByStatus++;
            undecided = null;
        }
    }

    private static boolean isExpected(PointLine.Point point) {
        int code = Status.code(point.tags().get(Status.TAG))
                .orElseThrow(() -> UnreadableResultException.atLine(
                        point.line(),
                        "Nothing says whether the request failed: there is neither a tag " + PointsReader.EXPECTED
                                + " nor a number as tag " + Status.TAG + " nor a point of " + K6.FAILED
                                + " after it. Add expected_response to systemTags."));
        return code >= 200 && code <= 399;
    }

    private void report(Request request, boolean failed) {
        double durationMs = request.point().value();
        if (!(durationMs >= 0 && durationMs <= MAX_DURATION_MS)) {
            throw UnreadableResultException.atLine(
                    request.point().line(),
                    "The duration (" + Numbers.forPeople(durationMs) + " ms) must be 0 or more, and at most "
                            + Numbers.forPeople(MAX_DURATION_MS) + " ms, some 115 days.");
        }
        long micros = Math.round(durationMs * 1000);
        long startedAtMs = startedAtMs(request.point(), micros);
        sink.sample(request.name(), startedAtMs, micros, TimeUnit.MICROSECONDS, failed);
        if (!failed && Status.isOfFailure(request.point().tags().get(Status.TAG))) {
            sink.contradictingStatus(request.name(), startedAtMs, 1);
        }
        reported++;
        reportedAsFailed += failed ? 1 : 0;
    }

    /** How many of those that were reported failed. */
    long failed() {
        return reportedAsFailed;
    }

    /** k6 gives points the time at which the request ended. */
    private static long startedAtMs(PointLine.Point point, long durationMicros) {
        long endedAtMicros = ChronoUnit.MICROS.between(Instant.EPOCH, time(point));
        return Math.floorDiv(endedAtMicros - durationMicros, 1000);
    }

    /** When a point was. */
    static Instant time(PointLine.Point point) {
        try {
            Instant time = OffsetDateTime.parse(point.time()).toInstant();
            if (!time.isBefore(Instant.EPOCH) && time.isBefore(LATEST)) {
                return time;
            }
        } catch (DateTimeException e) {
            throw badTime(point);
        }
        throw badTime(point);
    }

    private static UnreadableResultException badTime(PointLine.Point point) {
        SpreadsheetCell.requireAllDigits("The time", point.time(), K6.NAME, point.line());
        return UnreadableResultException.atLine(
                point.line(), "The time (" + ShortText.of(point.time()) + ") must be as in 2026-11-23T21:49:50.129Z.");
    }

    /** How many requests there were, after the last line. */
    long finish() {
        decideByStatus();
        if (judgedByStatus > 0) {
            sink.note("k6 did not judge " + judgedByStatus
                    + " requests. They count as failed unless their status is 200 to 399, which is k6's default.");
        }
        return reported;
    }
}
