package dev.shipgate.ingest.wrk;

import java.util.ArrayList;
import java.util.List;

/** The notes about requests that wrk leaves out of its latencies. */
final class WithoutLatency {

    private static final String BOUNDS =
            "They count as slower than all others, so that the 95th percentile is only known within " + "bounds.";

    private WithoutLatency() {}

    /**
     * A sentence or more for each kind of them that there is.
     *
     * @param late responses after the time-out
     * @param withoutResponse errors of connect, read and write
     */
    static List<String> notes(long late, long withoutResponse) {
        List<String> notes = new ArrayList<>();
        if (late > 0) {
            notes.add(late + " responses came after wrk's time-out, and wrk leaves them out of its latencies. " + BOUNDS
                    + " Run wrk with a longer --timeout.");
        }
        if (withoutResponse > 0) {
            notes.add(withoutResponse + " requests got no response, and are not in wrk's latencies. " + BOUNDS);
        }
        return notes;
    }
}
