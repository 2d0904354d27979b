package dev.shipgate.ingest.jmeter;

import dev.shipgate.ingest.read.UnreadableResultException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;

/**
 * Rows that are parts of others by their times alone, and not by their names too. They wait until it is known whether
 * times tell parts: where rows of a thread overlap, they are of several threads of that name, and those that wait are
 * requests.
 */
final class PartsByTime {

    /** Of so much memory rows may wait, roughly in bytes. */
    private static final long MAX_BYTES = 20_000_000;

    private static final long BYTES_BESIDE_TEXT = 250;

    /** More overlaps than one for so many parts are no accident of the clock. */
    private static final int PARTS_PER_OVERLAP = 10;

    private final BiConsumer<RowKind, Sample> receiver;
    private final Map<String, List<Sample>> waitingByThread = new LinkedHashMap<>();
    private final Set<String> threadsToldAtOnce = new HashSet<>();
    private long bytes;
    private long parts;
    private long overlaps;
    private boolean lacksRequests;

    /** @param receiver gets each row, when its kind is known */
    PartsByTime(BiConsumer<RowKind, Sample> receiver) {
        this.receiver = receiver;
    }

    /** A row of a thread without overlaps so far. Where no more may wait it is reported at once. */
    void add(Sample part) {
        parts++;
        if (bytes + bytes(part) > MAX_BYTES) {
            threadsToldAtOnce.add(part.thread());
            receiver.accept(RowKind.SUB_RESULT, part);
        } else {
            bytes += bytes(part);
            waitingByThread
                    .computeIfAbsent(part.thread(), first -> new ArrayList<>())
                    .add(part);
        }
    }

    private static long bytes(Sample part) {
        return BYTES_BESIDE_TEXT
                + part.name().length()
                + part.thread().length()
                + part.message().length();
    }

    /** A row of the thread overlaps one that it is no part of. */
    void overlap(String thread) {
        overlaps++;
        lacksRequests |= threadsToldAtOnce.contains(thread);
        List<Sample> requests = waitingByThread.remove(thread);
        if (requests != null) {
            parts -= requests.size();
            for (Sample request : requests) {
                bytes -= bytes(request);
                receiver.accept(RowKind.REQUEST, request);
            }
        }
    }

    /** Whether rows of one thread overlap, so that its times tell no parts. */
    boolean hasOverlaps() {
        return overlaps > 0;
    }

    /**
     * There are no more rows. Many overlaps in some threads say that names of threads are of several threads in the
     * others too.
     *
     * @throws UnreadableResultException when rows were reported as parts that may be none
     */
    void end() {
        boolean areRequests = overlaps * PARTS_PER_OVERLAP > parts;
        if (lacksRequests || (areRequests && !threadsToldAtOnce.isEmpty())) {
            throw new UnreadableResultException(
                    "Samples of one thread overlap in time, so that nobody can tell which rows are parts of others, as "
                            + "those of redirects are. Either the times are those of the ends: set "
                            + "sampleresult.timestamp.start=true. Or the file is of several runs whose threads have the "
                            + "same names: import their files beside each other.");
        }
        RowKind kind = areRequests ? RowKind.REQUEST : RowKind.SUB_RESULT;
        waitingByThread.values().forEach(rows -> rows.forEach(row -> receiver.accept(kind, row)));
    }
}
