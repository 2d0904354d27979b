package dev.shipgate.ingest.locust;

import dev.shipgate.ingest.mapping.Mapping;
import dev.shipgate.ingest.measure.Provenance;
import dev.shipgate.ingest.measure.ResultSink;
import dev.shipgate.ingest.read.UnreadableResultException;
import dev.shipgate.ingest.read.WholeLines;
import dev.shipgate.ingest.table.CsvRows;
import dev.shipgate.ingest.tool.FileStart;
import dev.shipgate.ingest.tool.ResultFormat;
import dev.shipgate.ingest.tool.Unsupported;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/**
 * Results of Locust: the table {@code ..._stats.csv} of {@code locust --csv}. The others that it writes are recognised
 * and refused.
 */
public final class Locust implements ResultFormat {

    private static final List<String> STATS = List.of("Type", "Name", "Request Count", "Failure Count");

    private static final List<List<String>> OTHERS = List.of(
            List.of("Timestamp", "User Count", "Type", "Name"),
            List.of("Method", "Name", "Error", "Occurrences"),
            List.of("Count", "Message", "Traceback", "Nodes"));

    @Override
    public String name() {
        return "locust";
    }

    @Override
    public String lookedFor() {
        return "a table that begins with " + String.join(",", STATS) + ",";
    }

    @Override
    public boolean recognises(FileStart start) {
        return begins(start, STATS) || OTHERS.stream().anyMatch(other -> begins(start, other));
    }

    private static boolean begins(FileStart start, List<String> columns) {
        return start.columns().stream().limit(columns.size()).toList().equals(columns);
    }

    @Override
    public Provenance read(InputStream file, Mapping mapping, ResultSink sink) throws IOException {
        Unsupported.metrics("Locust", mapping, sink);
        WholeLines lines = new WholeLines(file);
        StatsTable table;
        try (CsvRows rows = CsvRows.of(lines, ',')) {
            refuseOthers(rows);
            table = StatsTable.read(rows, mapping.askP95());
        }
        lines.requireWhole();
        table.report(mapping, sink);
        return new Provenance(
                "locust",
                null,
                "stats table",
                "Locust: " + table.p95().forPeople()
                        + " of all requests, failed ones included, whose response times Locust "
                        + "rounds: to whole ms below 100 ms, to two significant digits above",
                "What Locust counts as a failure: an error status, no response, or what the test marked as one.");
    }

    private static void refuseOthers(CsvRows rows) {
        if (rows.hasColumn("User Count")) {
            throw notStats(
                    "the history, whose percentiles are of moments and not of the test, so that shipgate capacity takes it");
        }
        if (rows.hasColumn("Occurrences")) {
            throw notStats("the failures, which do not say how many requests there were");
        }
        if (rows.hasColumn("Traceback")) {
            throw notStats("the exceptions of the test's own code");
        }
    }

    private static UnreadableResultException notStats(String what) {
        return new UnreadableResultException(
                "This table of Locust is " + what + ". Import the one whose name ends in _stats.csv.");
    }
}
