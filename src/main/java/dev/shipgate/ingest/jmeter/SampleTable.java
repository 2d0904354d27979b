package dev.shipgate.ingest.jmeter;

import dev.shipgate.ingest.CsvRows;
import dev.shipgate.ingest.LatencyHistogram;
import dev.shipgate.ingest.Mapping;
import dev.shipgate.ingest.Provenance;
import dev.shipgate.ingest.ResultSink;
import dev.shipgate.ingest.UnreadableResultException;
import dev.shipgate.ingest.WholeLines;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.TimeUnit;

/** A table with a row for each sample. */
final class SampleTable {

    private static final String TRANSACTION = "Number of samples in transaction : ";

    private final String by;
    private final ResultSink sink;
    private final TakenRows taken;
    private final SubResults subResults = new SubResults();
    private boolean toldTime;
    private long users = -1;

    SampleTable(Mapping mapping, ResultSink sink) {
        this.by = mapping.by() == null ? "label" : mapping.by();
        this.sink = sink;
        this.taken = new TakenRows(mapping);
    }

    Provenance read(InputStream in, char separator) throws IOException {
        WholeLines lines = new WholeLines(in);
        try (CsvRows rows = CsvRows.of(lines, separator)) {
            SampleColumns columns = SampleColumns.of(rows, by);
            if (columns.message() < 0) {
                sink.note(
                        "There is no column responseMessage, without which rows of transaction controllers are taken for "
                                + "requests. Set jmeter.save.saveservice.response_message=true.");
            }
            while (rows.hasNext()) {
                row(rows.next(), columns);
            }
        }
        if (!lines.isWhole()) {
            throw new UnreadableResultException(
                    "The last line has no end. Is the file cut off? JMeter ends each line, and writes the last ones when "
                            + "the test ends.");
        }
        taken.noteLeftOut(sink);
        return new Provenance(
                "jmeter",
                null,
                "JTL (CSV)",
                LatencyHistogram.P95_METHOD,
                "success is false: the sampler took the answer for an error, or an assertion failed");
    }

    private void row(CsvRows.Row row, SampleColumns columns) {
        String label = row.text(columns.label());
        long durationMs = row.integer(columns.elapsed());
        boolean failed = !success(row, columns);
        requireOneSample(row, columns);
        RowKind kind = kind(row, columns, label);
        String name = columns.name() == columns.label() ? label : row.text(columns.name());
        if (name.isEmpty()) {
            throw UnreadableResultException.atLine(row.line(), "The cell that names the route is empty.");
        }
        if (durationMs < 0) {
            throw UnreadableResultException.atLine(
                    row.line(), "elapsed is " + durationMs + ". It must be 0 or more, in milliseconds.");
        }
        long startedAtMs = time(row, columns);
        users(row, columns, startedAtMs);
        if (taken.takes(kind, name)) {
            sink.sample(name, startedAtMs, durationMs, TimeUnit.MILLISECONDS, failed);
            if (!failed
                    && kind != RowKind.TRANSACTION
                    && columns.code() >= 0
                    && ResponseCode.isOfFailure(row.text(columns.code()))) {
                sink.contradictingStatus(name, startedAtMs, 1);
            }
        }
    }

    private RowKind kind(CsvRows.Row row, SampleColumns columns, String label) {
        boolean isPart = subResults.has(columns.thread() < 0 ? "" : row.text(columns.thread()), label);
        if (columns.message() >= 0 && row.text(columns.message()).startsWith(TRANSACTION)) {
            return RowKind.TRANSACTION;
        }
        return isPart ? RowKind.SUB_RESULT : RowKind.REQUEST;
    }

    private static boolean success(CsvRows.Row row, SampleColumns columns) {
        String text = row.text(columns.success());
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default ->
                throw UnreadableResultException.atLine(
                        row.line(), "success is \"" + text + "\". It must be true or false.");
        };
    }

    /** A row of the sender "Statistical" is of many samples, and its duration of none. */
    private static void requireOneSample(CsvRows.Row row, SampleColumns columns) {
        if (columns.sampleCount() >= 0 && row.integer(columns.sampleCount()) != 1) {
            throw UnreadableResultException.atLine(
                    row.line(),
                    "SampleCount is " + row.text(columns.sampleCount())
                            + ", so that the row is no single sample. Set mode=StrippedBatch, and not Statistical.");
        }
    }

    private long time(CsvRows.Row row, SampleColumns columns) {
        if (columns.time() < 0) {
            return 0;
        }
        try {
            return Math.max(0, Long.parseLong(row.text(columns.time())));
        } catch (NumberFormatException e) {
            if (!toldTime) {
                sink.note("Times of samples are not read, as timeStamp is a date without a zone, such as \""
                        + row.text(columns.time()) + "\". Set jmeter.save.saveservice.timestamp_format=ms for them.");
                toldTime = true;
            }
            return 0;
        }
    }

    private void users(CsvRows.Row row, SampleColumns columns, long atMs) {
        if (columns.users() >= 0 && atMs > 0) {
            long now = row.integer(columns.users());
            if (now != users && now >= 0 && now <= Integer.MAX_VALUE) {
                users = now;
                sink.users(atMs, (int) now);
            }
        }
    }
}
