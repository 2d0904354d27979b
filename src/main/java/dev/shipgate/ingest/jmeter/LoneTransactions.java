package dev.shipgate.ingest.jmeter;

import dev.shipgate.ingest.measure.ResultSink;
import java.util.Set;
import java.util.TreeSet;

/** Counts transactions whose requests have no rows, for a note. */
final class LoneTransactions {

    /** So many names are reported. */
    private static final int MAX_NAMES_SHOWN = 10;

    private final Set<String> names = new TreeSet<>();
    private long rows;
    private long failed;

    void add(Sample sample) {
        rows++;
        failed += sample.failed() ? 1 : 0;
        if (names.size() < MAX_NAMES_SHOWN) {
            names.add(sample.name());
        }
    }

    boolean isEmpty() {
        return rows == 0;
    }

    /** Says how many they are, if there are any. */
    void note(ResultSink sink) {
        if (rows > 0) {
            sink.note(
                    rows + " transactions, " + failed + " of them failed, count as requests, as no request lies within "
                            + "their thread and time: " + String.join(", ", names)
                            + (names.size() == MAX_NAMES_SHOWN ? " and maybe others" : "") + ".");
        }
    }
}
