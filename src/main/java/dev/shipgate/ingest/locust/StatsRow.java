package dev.shipgate.ingest.locust;

import dev.shipgate.ingest.P95;
import dev.shipgate.ingest.Summary;

/**
 * What Locust has of one name and type.
 *
 * @param type the method of HTTP, or what another client calls its requests
 * @param p95 the 95th percentile, or those around it where the table has no such column
 */
record StatsRow(long line, String type, String name, long requests, long failures, P95 p95) {

    /** Whether it is about all requests of the test; it is the last row of a whole table. */
    boolean isAggregated() {
        return type.isEmpty() && name.equals("Aggregated");
    }

    Summary summary() {
        return Summary.ofCounts(p95, requests, failures);
    }
}
