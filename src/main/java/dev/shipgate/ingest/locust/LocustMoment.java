package dev.shipgate.ingest.locust;

import dev.shipgate.ingest.read.UnreadableResultException;

/**
 * The rows by name of one moment of a Locust run, which {@code --csv-full-history} writes before the row of all
 * together. Their counts must add up to those of that row.
 */
final class LocustMoment {

    private long rows;
    private long requests;
    private long failures;

    /** A row by name. */
    void add(long requestsUntil, long failuresUntil) {
        rows++;
        requests += requestsUntil;
        failures += failuresUntil;
    }

    /**
     * The row of all ends the moment.
     *
     * @throws UnreadableResultException when there were rows by name, with other counts
     */
    void end(long line, long requestsUntil, long failuresUntil) {
        if (rows > 0) {
            requireTotal(line, "requests", requestsUntil, requests);
            requireTotal(line, "failures", failuresUntil, failures);
        }
        rows = 0;
        requests = 0;
        failures = 0;
    }

    private static void requireTotal(long line, String what, long total, long ofRows) {
        if (total != ofRows) {
            throw UnreadableResultException.atLine(
                    line,
                    "Aggregated has " + total + " " + what + ", but the rows by name before it have " + ofRows
                            + ". Is the file whole?");
        }
    }

    /** @throws UnreadableResultException when rows by name have no row of all after them */
    void requireEnded() {
        if (rows > 0) {
            throw new UnreadableResultException(
                    "The last row must be Aggregated, which Locust writes for each moment. Is the file cut off?");
        }
    }
}
