package dev.shipgate.ingest.locust;

import dev.shipgate.ingest.Summary;
import org.jspecify.annotations.Nullable;

/**
 * What Locust has of one name and type.
 *
 * @param type the method of HTTP, or what another client calls its requests
 * @param p95Ms null where the table has no such column, or no value
 * @param boundMs a lower percentile, for want of the 95th
 */
record StatsRow(
        long line,
        String type,
        String name,
        long requests,
        long failures,
        @Nullable Double p95Ms,
        @Nullable Double boundMs) {

    /** Whether it is about all requests of the test; it is the last row of a whole table. */
    boolean isAggregated() {
        return type.isEmpty() && name.equals("Aggregated");
    }

    Summary summary() {
        Summary counted = Summary.ofCounts(p95Ms, requests, failures);
        return p95Ms == null && requests > 0
                ? new Summary(null, boundMs, counted.errorRate(), counted.samples())
                : counted;
    }
}
