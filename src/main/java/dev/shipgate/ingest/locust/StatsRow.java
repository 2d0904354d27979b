package dev.shipgate.ingest.locust;

import dev.shipgate.ingest.measure.P95;
import dev.shipgate.ingest.measure.RisingPercentiles;
import dev.shipgate.ingest.measure.Summary;
import java.util.Map;

/**
 * The figures of Locust for one name and type.
 *
 * @param type the method of HTTP, or the name that another client gives to its kind of requests
 * @param millis the percentiles that it has, by the names of their columns
 * @param p95 the 95th percentile, or those around it where the table has no such column
 */
record StatsRow(
        long line, String type, String name, long requests, long failures, Map<String, Double> millis, P95 p95) {

    /**
     * Whether it is about all requests of the test; it is the last row of a whole table. Locust 1.0 and 1.1 say None.
     */
    boolean isAggregated() {
        return (type.isEmpty() || type.equals("None")) && name.equals("Aggregated");
    }

    /** @throws dev.shipgate.ingest.read.UnreadableResultException when one is below a lower one */
    void requireRisingPercentiles(Map<String, Double> percents) {
        RisingPercentiles.require("the row in line " + line, percents, millis::get, RisingPercentiles.WAS_IT_CHANGED);
    }

    Summary summary() {
        return Summary.ofCounts(p95, requests, failures);
    }
}
