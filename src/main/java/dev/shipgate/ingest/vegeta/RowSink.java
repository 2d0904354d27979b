package dev.shipgate.ingest.vegeta;

import dev.shipgate.ingest.measure.ResultSink;
import dev.shipgate.ingest.read.UnreadableResultException;
import java.util.concurrent.TimeUnit;

/** Reports rows, once it is certain that vegeta can have written their values. */
final class RowSink {

    /** Longer than any request. */
    private static final long MOST_NANOS = TimeUnit.DAYS.toNanos(1);

    /** Finer than any difference that matters, and far less to keep. */
    private static final double NANOS_PER_MICRO = 1_000;

    private final VegetaNaming naming;
    private final ResultSink sink;

    RowSink(VegetaNaming naming, ResultSink sink) {
        this.naming = naming;
        this.sink = sink;
    }

    /** @param line where the row is, from 1 */
    void row(long line, VegetaRow row) {
        if (row.nanos() < 0 || row.nanos() > MOST_NANOS) {
            throw UnreadableResultException.atLine(
                    line, "The latency (" + row.nanos() + ") must be in nanoseconds, from 0 to those of a day.");
        }
        if (row.status() < 0 || row.status() > 999) {
            throw UnreadableResultException.atLine(
                    line, "The status (" + row.status() + ") must be one of HTTP, or 0 for no response.");
        }
        sink.sample(
                naming.nameOf(row),
                row.startedAtMs(),
                Math.round(row.nanos() / NANOS_PER_MICRO),
                TimeUnit.MICROSECONDS,
                row.isFailure());
    }
}
