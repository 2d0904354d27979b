package dev.shipgate.ingest.locust;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.shipgate.ingest.measure.LeftOut;
import dev.shipgate.ingest.read.UnreadableResultException;
import dev.shipgate.ingest.table.ColumnOfNumbers;
import dev.shipgate.ingest.table.CsvRows;
import dev.shipgate.ingest.tool.RequestRows;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Cuts the rows of one Locust history into steps. */
final class LocustSteps {

    private static final String USERS = LocustHistory.USERS;
    private static final String P95 = "95%";
    private static final String ALL = "Aggregated";

    private final CsvRows rows;
    private final int timestamp;
    private final int users;
    private final int type;
    private final int name;
    private final int p95;
    private final int requests;
    private final int failures;
    private final ArrayNode steps = JsonNodeFactory.instance.arrayNode();
    private final LeftOut leftOut = new LeftOut();
    private final LocustMoment moment = new LocustMoment();
    private final ColumnOfNumbers written = new ColumnOfNumbers(P95);
    private @Nullable LocustPlateau plateau;
    private long requestsBefore;
    private long failuresBefore;

    /** @throws UnreadableResultException when a column is missing */
    LocustSteps(CsvRows rows) {
        this.rows = rows;
        if (!rows.hasColumn(USERS)) {
            throw new UnreadableResultException("The table has no " + USERS + ", so that it is not the history of a "
                    + "run of Locust. Give the one whose name ends in _stats_history.csv.");
        }
        rows.require(List.of("Timestamp", USERS, "Type", "Name", P95, "Total Request Count", "Total Failure Count"));
        this.timestamp = rows.column("Timestamp");
        this.users = rows.column(USERS);
        this.type = rows.column("Type");
        this.name = rows.column("Name");
        this.p95 = rows.column(P95);
        this.requests = rows.column("Total Request Count");
        this.failures = rows.column("Total Failure Count");
    }

    /** @throws UnreadableResultException when they are no whole history of one run, or there is no step */
    RequestRows read() {
        while (rows.hasNext()) {
            CsvRows.Row row = rows.next();
            long requestsUntil = row.integer(requests);
            long failuresUntil = row.integer(failures);
            if (row.text(type).isEmpty() && row.text(name).equals(ALL)) {
                moment.end(row.line(), requestsUntil, failuresUntil);
                take(row, requestsUntil, failuresUntil);
            } else {
                moment.add(requestsUntil, failuresUntil);
            }
        }
        moment.requireEnded();
        end();
        List<String> notes = new ArrayList<>();
        written.check().ifPresent(notes::add);
        notes.addAll(leftOut.notes());
        if (steps.isEmpty()) {
            throw new UnreadableResultException("The history has no time of more than " + LocustPlateau.WINDOW_SECONDS
                    + " s with the same number of users, so no step.");
        }
        return new RequestRows(steps, notes);
    }

    private void take(CsvRows.Row row, long requestsUntil, long failuresUntil) {
        requireNoReset(row.line(), "Request", requestsUntil, requestsBefore);
        requireNoReset(row.line(), "Failure", failuresUntil, failuresBefore);
        long concurrency = row.integer(users);
        if (plateau == null || !plateau.isOf(concurrency)) {
            end();
            plateau = new LocustPlateau(concurrency, row.integer(timestamp), requestsBefore, failuresBefore);
        }
        plateau.take(row.integer(timestamp), p95Ms(row));
        requestsBefore = requestsUntil;
        failuresBefore = failuresUntil;
    }

    private @Nullable Double p95Ms(CsvRows.Row row) {
        if (row.text(p95).equals("N/A")) {
            return null;
        }
        double number = row.number(p95);
        written.add(row.text(p95), row.line());
        return number;
    }

    private static void requireNoReset(long line, String what, long until, long before) {
        if (until < before) {
            throw UnreadableResultException.atLine(
                    line,
                    "Total " + what + " Count is " + until + ", and was " + before
                            + " before, so that requests are missing. Run Locust without --reset-stats, and give the "
                            + "history of one run.");
        }
    }

    private void end() {
        if (plateau == null) {
            return;
        }
        if (plateau.isStep()) {
            plateau.addTo(steps, requestsBefore, failuresBefore);
        } else {
            plateau.addTo(leftOut, requestsBefore, failuresBefore);
        }
    }
}
