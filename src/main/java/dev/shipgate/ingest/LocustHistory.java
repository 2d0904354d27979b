package dev.shipgate.ingest;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The history of a Locust run ({@code _stats_history.csv}): a row each second, with the users of that second. A step is a
 * time of the same number of users. Percentiles in a row are those of the ten seconds before it (locust.stats,
 * {@code CURRENT_RESPONSE_TIME_PERCENTILE_WINDOW}), so that those of a step begin ten seconds after its start.
 */
final class LocustHistory implements StepFormat {

    private static final String USERS = "User Count";
    private static final String P95 = "95%";
    private static final long WINDOW_SECONDS = 10;
    private static final String ALL = "Aggregated";

    @Override
    public String name() {
        return "locust";
    }

    @Override
    public String lookedFor() {
        return "a table with the columns Timestamp, User Count and Total Request Count (_stats_history.csv)";
    }

    @Override
    public boolean recognises(FileStart start) {
        String header = start.firstLine();
        return header.contains("Timestamp,") && header.contains(USERS) && header.contains("Total Request Count");
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
        ArrayNode steps = JsonNodeFactory.instance.arrayNode();
        List<String> notes = new ArrayList<>();
        WholeLines lines = new WholeLines(file);
        try (CsvRows rows = CsvRows.of(lines, ',')) {
            new Reading(rows, steps, notes).read();
        }
        lines.requireWhole();
        return new RequestRows(steps, notes);
    }

    /** Of one file. */
    private static final class Reading {

        private final CsvRows rows;
        private final ArrayNode steps;
        private final List<String> notes;
        private final int timestamp;
        private final int users;
        private final int type;
        private final int name;
        private final int p95;
        private final int requests;
        private final int failures;
        private @Nullable Plateau plateau;
        private long requestsBefore;
        private long failuresBefore;
        private final LeftOut leftOut = new LeftOut();
        private final LocustMoment moment = new LocustMoment();
        private final ColumnOfNumbers written = new ColumnOfNumbers(P95);

        Reading(CsvRows rows, ArrayNode steps, List<String> notes) {
            this.rows = rows;
            this.steps = steps;
            this.notes = notes;
            if (!rows.hasColumn(USERS)) {
                throw new UnreadableResultException(
                        "The table has no " + USERS + ", so that it is not the history of a "
                                + "run of Locust. Give the one whose name ends in _stats_history.csv.");
            }
            rows.require(
                    List.of("Timestamp", USERS, "Type", "Name", P95, "Total Request Count", "Total Failure Count"));
            this.timestamp = rows.column("Timestamp");
            this.users = rows.column(USERS);
            this.type = rows.column("Type");
            this.name = rows.column("Name");
            this.p95 = rows.column(P95);
            this.requests = rows.column("Total Request Count");
            this.failures = rows.column("Total Failure Count");
        }

        void read() {
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
            written.check().ifPresent(notes::add);
            notes.addAll(leftOut.notes());
            if (steps.isEmpty()) {
                throw new UnreadableResultException("The history has no time of more than " + WINDOW_SECONDS
                        + " s with the same number of users, so no step.");
            }
        }

        private void take(CsvRows.Row row, long requestsUntil, long failuresUntil) {
            requireNoReset(row.line(), "Request", requestsUntil, requestsBefore);
            requireNoReset(row.line(), "Failure", failuresUntil, failuresBefore);
            long concurrency = row.integer(users);
            if (plateau == null || plateau.users != concurrency) {
                end();
                plateau = new Plateau(concurrency, row.integer(timestamp), requestsBefore, failuresBefore);
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
            if (plateau.users > 0 && plateau.isWhole()) {
                plateau.addTo(steps, requestsBefore, failuresBefore);
            } else {
                plateau.addTo(leftOut, requestsBefore, failuresBefore);
            }
        }
    }

    /** A time of the same number of users. */
    private static final class Plateau {

        private final long users;
        private final long startSecond;
        private final long requestsBefore;
        private final long failuresBefore;
        private long lastSecond;
        private @Nullable Double p95Ms;

        Plateau(long users, long startSecond, long requestsBefore, long failuresBefore) {
            this.users = users;
            this.startSecond = startSecond;
            this.requestsBefore = requestsBefore;
            this.failuresBefore = failuresBefore;
        }

        void take(long second, @Nullable Double p95) {
            lastSecond = second;
            if (p95 != null && isWhole()) {
                p95Ms = p95Ms == null ? p95 : Math.max(p95Ms, p95);
            }
        }

        boolean isWhole() {
            return lastSecond - startSecond >= WINDOW_SECONDS;
        }

        void addTo(LeftOut leftOut, long requestsUntil, long failuresUntil) {
            if (requestsUntil == requestsBefore) {
                return;
            }
            leftOut.add(
                    users == 0
                            ? "as they are of times of no users, and so of no step"
                            : "as they are of times of a steady number of users that are shorter than the "
                                    + WINDOW_SECONDS + " s of Locust's percentiles, such as ramps, and so no steps",
                    users + " users",
                    requestsUntil - requestsBefore,
                    failuresUntil - failuresBefore);
        }

        void addTo(ArrayNode steps, long requestsUntil, long failuresUntil) {
            Summary summary = Summary.ofCounts(p95Ms, requestsUntil - requestsBefore, failuresUntil - failuresBefore);
            ObjectNode step = steps.addObject().put("concurrency", users);
            step.setAll(summary.toJson());
        }
    }
}
