package dev.shipgate.ingest.jmeter;

import dev.shipgate.ingest.ResultSink;
import java.util.Set;
import java.util.TreeSet;

/** Counts rows of one kind, for a note. */
final class RowCount {

    /** So many names are told. */
    private static final int MAX_NAMES_TOLD = 10;

    private final Set<String> names = new TreeSet<>();
    private long rows;
    private long failed;

    void add(Sample sample) {
        rows++;
        failed += sample.failed() ? 1 : 0;
        if (names.size() < MAX_NAMES_TOLD) {
            names.add(sample.name());
        }
    }

    boolean isEmpty() {
        return rows == 0;
    }

    /** Says how many they are, if there are any: so many rows {@code of} something, {@code failed} ones, and what of it. */
    void note(ResultSink sink, String of, String whatOfIt, String after) {
        if (rows > 0) {
            sink.note(rows + " rows of " + of + " (" + failed + " failed) " + whatOfIt + ": " + String.join(", ", names)
                    + (names.size() == MAX_NAMES_TOLD ? " and maybe others" : "") + "." + after);
        }
    }
}
