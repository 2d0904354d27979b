package dev.shipgate.ingest.hey;

import dev.shipgate.ingest.mapping.Mapping;
import dev.shipgate.ingest.measure.LatencyHistogram;
import dev.shipgate.ingest.measure.P95;
import dev.shipgate.ingest.measure.Provenance;
import dev.shipgate.ingest.measure.ResultSink;
import dev.shipgate.ingest.measure.Summary;
import dev.shipgate.ingest.read.UnreadableResultException;
import dev.shipgate.ingest.read.WholeLines;
import dev.shipgate.ingest.table.CsvRows;
import dev.shipgate.ingest.tool.FileStart;
import dev.shipgate.ingest.tool.ResultFormat;
import dev.shipgate.ingest.tool.Unsupported;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.TimeUnit;

/** Results of hey: the table of {@code hey -o csv}, with a row for each response. */
public final class Hey implements ResultFormat {

    private static final String HEADER = "response-time,DNS+dialup,DNS,Request-write,Response-delay,Response-read";

    /** hey keeps no more, and does not say so. */
    private static final int MOST_ROWS = 1_000_000;

    private static final double MICROS_PER_SECOND = 1e6;

    /** Longer than any test. */
    private static final double MOST_SECONDS = 1e6;

    private static final int FIRST_ERROR_STATUS = 400;

    @Override
    public String name() {
        return "hey";
    }

    @Override
    public String lookedFor() {
        return "a table that begins with " + HEADER;
    }

    @Override
    public boolean recognises(FileStart start) {
        return start.firstLine().startsWith(HEADER);
    }

    @Override
    public Provenance read(InputStream file, Mapping mapping, ResultSink sink) throws IOException {
        Unsupported.by("hey", mapping);
        Unsupported.p95("hey", mapping);
        Unsupported.metrics("hey", mapping, sink);
        WholeLines lines = new WholeLines(file);
        try (CsvRows rows = CsvRows.of(lines, ',')) {
            report(rows, sink);
        }
        lines.requireWhole();
        sink.note("hey leaves requests that got no response out of its table, as after a time-out or a refused "
                + "connection. Those failures are not counted here: look at hey's own summary.");
        return new Provenance(
                "hey",
                null,
                "table of responses",
                LatencyHistogram.P95_METHOD + "; hey rounds to 0.1 ms and has no requests without a response",
                "Responses with a status of 400 or above. Redirects were followed, unless hey was told otherwise.");
    }

    private static void report(CsvRows rows, ResultSink sink) {
        int time = rows.column("response-time");
        if (!rows.hasColumn("status-code")) {
            throw new UnreadableResultException(
                    "There is no column \"status-code\", so that failures are unknown. Use hey 0.1.2 or newer.");
        }
        int status = rows.column("status-code");
        int last = rows.columns().size() - 1;
        int count = 0;
        while (rows.hasNext()) {
            CsvRows.Row row = rows.next();
            row.text(last);
            sink.sample(ResultSink.WHOLE_TEST, 0, micros(row, time), TimeUnit.MICROSECONDS, isFailure(row, status));
            count++;
        }
        if (count == 0) {
            sink.summary(ResultSink.WHOLE_TEST, Summary.ofCounts(P95.UNKNOWN, 0, 0));
        }
        if (count >= MOST_ROWS) {
            throw new UnreadableResultException("The table has " + count + " rows. hey keeps the first " + MOST_ROWS
                    + " responses only, so that later ones are missing. Send fewer than that in one run.");
        }
    }

    private static long micros(CsvRows.Row row, int column) {
        double seconds = row.number(column);
        if (seconds < 0 || seconds > MOST_SECONDS) {
            throw UnreadableResultException.atLine(
                    row.line(), "The response time (" + row.text(column) + ") must be in seconds, 0 or more.");
        }
        return Math.round(seconds * MICROS_PER_SECOND);
    }

    private static boolean isFailure(CsvRows.Row row, int column) {
        long status = row.integer(column);
        if (status < 100 || status > 999) {
            throw UnreadableResultException.atLine(
                    row.line(), "The status (" + status + ") must be one of HTTP, from 100 to 999.");
        }
        return status >= FIRST_ERROR_STATUS;
    }
}
