package dev.shipgate.ingest.jmeter;

import dev.shipgate.ingest.mapping.Mapping;
import dev.shipgate.ingest.measure.ResultSink;
import dev.shipgate.ingest.read.UnreadableResultException;
import dev.shipgate.ingest.read.WholeLines;
import dev.shipgate.ingest.table.CsvRows;
import dev.shipgate.ingest.table.SpreadsheetCell;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** A table with a row for each sample. */
final class SampleTable {

    private final String by;
    private final ResultSink sink;
    private final TakenRows taken;
    private final RowsByThread rowsByThread;
    private final Timestamps timestamps;
    private long users = -1;

    SampleTable(Mapping mapping, ResultSink sink) {
        this.by = mapping.askBy() == null ? "label" : mapping.askBy();
        this.sink = sink;
        this.taken = new TakenRows(mapping, sink);
        this.rowsByThread = new RowsByThread(taken::add);
        this.timestamps = new Timestamps(sink);
    }

    void read(InputStream in, char separator) throws IOException {
        WholeLines lines = new WholeLines(in);
        try (CsvRows rows = CsvRows.of(lines, separator)) {
            SampleColumns columns = SampleColumns.of(rows, by);
            columns.noteMissing(sink);
            while (rows.hasNext()) {
                CsvRows.Row row = rows.next();
                rowsByThread.add(sample(row, columns));
            }
        }
        if (!lines.isWhole()) {
            throw new UnreadableResultException(
                    "The last line has no end. Is the file cut off? JMeter ends each line, and writes the last ones when "
                            + "the test ends.");
        }
        rowsByThread.end();
        if (rowsByThread.hasOverlaps()) {
            sink.note(
                    "Rows of one thread overlap in time, as when two runs or two thread groups have threads of the same "
                            + "names. Times tell no parts of samples then, such as redirects: rows count unless their names say that "
                            + "they are parts.");
        }
        taken.end();
    }

    private Sample sample(CsvRows.Row row, SampleColumns columns) {
        String name = row.text(columns.name());
        long elapsedMs = row.integer(columns.elapsed());
        boolean failed = !SpreadsheetCell.truth("success", row.text(columns.success()), "JMeter", row.line());
        requireOneSample(row, columns);
        requireNoError(row, columns, failed);
        if (name.isBlank()) {
            throw UnreadableResultException.atLine(row.line(), "The cell that names the route is empty.");
        }
        if (elapsedMs < 0) {
            throw UnreadableResultException.atLine(
                    row.line(), "elapsed is " + elapsedMs + ". It must be 0 or more, in milliseconds.");
        }
        Timestamps.Time start =
                columns.time() < 0 ? Timestamps.Time.UNKNOWN : timestamps.read(row.text(columns.time()), row.line());
        long idleMs = columns.idle() < 0 || row.text(columns.idle()).isEmpty() ? 0 : row.integer(columns.idle());
        users(row, columns, start.sinceEpochMs());
        return new Sample(
                name,
                columns.thread() < 0 ? "" : row.text(columns.thread()),
                span(start.ms(), elapsedMs + Math.max(0, idleMs)),
                start.sinceEpochMs(),
                elapsedMs,
                failed,
                columns.code() < 0 ? null : row.text(columns.code()),
                columns.message() < 0 ? "" : row.text(columns.message()));
    }

    private static @Nullable Span span(@Nullable Long startMs, long durationMs) {
        return startMs == null ? null : new Span(startMs, startMs + durationMs);
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

    private static void requireNoError(CsvRows.Row row, SampleColumns columns, boolean failed) {
        if (columns.errorCount() >= 0 && !failed && row.integer(columns.errorCount()) > 0) {
            throw UnreadableResultException.atLine(
                    row.line(), "ErrorCount is " + row.text(columns.errorCount()) + ", but success is true.");
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
