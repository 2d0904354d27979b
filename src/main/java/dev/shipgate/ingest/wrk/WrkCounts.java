package dev.shipgate.ingest.wrk;

import dev.shipgate.ingest.measure.P95;
import dev.shipgate.ingest.measure.Summary;

/**
 * The counts of wrk for a run, in its text and in its script alike.
 *
 * @param responses of any status, late ones included
 * @param badStatus those with a status of 400 or above
 * @param connect connections that were refused
 * @param read errors of reading
 * @param write errors of writing
 * @param late responses after the time-out
 */
record WrkCounts(long responses, long badStatus, long connect, long read, long write, long late) {

    long withoutResponse() {
        return connect + read + write;
    }

    /** How many responses are in wrk's latencies. */
    long inTime() {
        return responses - late;
    }

    /** How many requests are not. */
    long others() {
        return late + withoutResponse();
    }

    Summary summary(P95 p95) {
        return Summary.ofCounts(
                p95, responses + withoutResponse(), Math.min(responses, badStatus + late) + withoutResponse());
    }

    /** For people. */
    String describe() {
        return responses + " requests, " + badStatus + " of them with a bad status, and errors of connect " + connect
                + ", read " + read + ", write " + write + ", timeout " + late;
    }
}
