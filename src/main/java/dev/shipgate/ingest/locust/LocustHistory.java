package dev.shipgate.ingest.locust;

import dev.shipgate.ingest.measure.Provenance;
import dev.shipgate.ingest.read.WholeLines;
import dev.shipgate.ingest.table.CsvRows;
import dev.shipgate.ingest.tool.FileStart;
import dev.shipgate.ingest.tool.RequestRows;
import dev.shipgate.ingest.tool.StepFormat;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/**
 * The history of a Locust run ({@code _stats_history.csv}): a row each second, with the users of that second. A step is
 * a time of the same number of users. Percentiles in a row are those of the ten seconds before it (locust.stats,
 * {@code CURRENT_RESPONSE_TIME_PERCENTILE_WINDOW}), so that those of a step begin ten seconds after its start.
 */
public final class LocustHistory implements StepFormat {

    static final String USERS = "User Count";

    @Override
    public String name() {
        return "locust";
    }

    @Override
    public String lookedFor() {
        return "a table with the columns Timestamp, User Count and Total Request Count (_stats_history.csv)";
    }

    @Override
    public String what() {
        return "the history of a run of Locust";
    }

    @Override
    public boolean recognises(FileStart start) {
        return start.hasColumns(List.of("Timestamp", USERS, "Total Request Count"));
    }

    @Override
    public Provenance provenance() {
        return new Provenance(
                "locust",
                null,
                "stats history",
                "Locust: the highest of the 95th percentiles of ten seconds each, beginning ten seconds after a step's "
                        + "start, of all requests",
                "Locust: requests that raised an error or were marked as failed, over all requests of the step");
    }

    @Override
    public RequestRows read(InputStream file) throws IOException {
        WholeLines lines = new WholeLines(file);
        RequestRows steps;
        try (CsvRows rows = CsvRows.of(lines, ',')) {
            steps = new LocustSteps(rows).read();
        }
        lines.requireWhole();
        return steps;
    }
}
