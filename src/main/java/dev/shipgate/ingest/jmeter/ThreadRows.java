package dev.shipgate.ingest.jmeter;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Tells what the rows of one thread measure. A thread does one thing after another, and a row is written when its sample has
 * ended: a row that comes later and lies within the time of one before is a part of it. Names say nothing, as a test may call a
 * sampler what it likes.
 *
 * <p>JMeter writes the parts of a sample after it, each before its own parts, and the requests of a transaction controller
 * before its row, or after it where the controller generates a parent sample. A transaction none of whose requests has a row
 * counts itself.
 *
 * <p>Rows of one name of a thread that overlap are not of one thread, whatever they say: several runs, or a thread group that
 * is called so twice. From then on the time alone tells no parts; a row is one only if its name too is what JMeter calls parts,
 * and otherwise counts.
 */
final class ThreadRows {

    /** JMeter sets its clock now and then, by a millisecond or two. */
    private static final int CLOCK_STEP_MS = 2;

    /** A sample that may have parts. */
    private static final class Open {

        private final Sample sample;
        private boolean hasRequests;
        private boolean isTold;

        Open(Sample sample) {
            this.sample = sample;
        }
    }

    private final BiConsumer<RowKind, Sample> kinds;
    private final Deque<Open> open = new ArrayDeque<>(2);
    private @Nullable Span last;
    private @Nullable Span lastRequest;
    private boolean hasOverlaps;
    private long partsByTimeAlone;

    /** @param kinds is told each row, those of transactions when it is known whether their requests have rows */
    ThreadRows(BiConsumer<RowKind, Sample> kinds) {
        this.kinds = kinds;
    }

    /**
     * The next row.
     *
     * @return whether it overlaps a request before it that it is no part of, which rows of one thread do not
     */
    boolean add(Sample sample, Span span) {
        while (!open.isEmpty() && !holds(open.peek(), span)) {
            close(open.pop());
        }
        Open outer = open.peek();
        boolean isOfSample = outer != null && !outer.sample.isTransaction() && !sample.isTransaction();
        boolean isPart = isOfSample && isPartByTime(sample, outer.sample);
        boolean overlaps = addWithin(sample, span, isPart);
        hasOverlaps |= overlaps;
        return overlaps;
    }

    /** The next one of a file that says how many samples it is nested in. */
    void addNested(Sample sample, @Nullable Span span, int depth) {
        while (open.size() > depth) {
            close(open.pop());
        }
        addWithin(sample, span, !open.isEmpty() && !open.peek().sample.isTransaction());
    }

    private static boolean holds(Open outer, Span span) {
        Span place = outer.sample.place();
        return place != null && place.holdsLater(span);
    }

    private boolean addWithin(Sample sample, @Nullable Span span, boolean isPart) {
        Open added = new Open(sample);
        boolean overlaps = false;
        if (sample.isTransaction()) {
            boolean followsItsRequests = span != null && last != null && span.holdsEarlier(last);
            added.hasRequests = followsItsRequests || sample.isTransactionOfNothing();
        } else if (isPart) {
            tell(RowKind.SUB_RESULT, added);
        } else {
            open.forEach(outer -> outer.hasRequests = true);
            tell(RowKind.REQUEST, added);
            overlaps = span != null && lastRequest != null && span.startMs() < lastRequest.endMs() - CLOCK_STEP_MS;
            lastRequest = span;
        }
        open.push(added);
        last = span;
        return overlaps;
    }

    private boolean isPartByTime(Sample sample, Sample outer) {
        if (hasOverlaps) {
            return sample.hasTheNameOfAPartOf(outer);
        }
        partsByTimeAlone++;
        return true;
    }

    /** How many rows were taken for parts by their times alone, which are right if there was no overlap. */
    long partsByTimeAlone() {
        return partsByTimeAlone;
    }

    private void tell(RowKind kind, Open row) {
        row.isTold = true;
        kinds.accept(kind, row.sample);
    }

    private void close(Open ended) {
        if (ended.isTold) {
            return;
        }
        if (ended.hasRequests) {
            tell(RowKind.TRANSACTION, ended);
        } else {
            open.forEach(outer -> outer.hasRequests = true);
            tell(RowKind.TRANSACTION_ALONE, ended);
        }
    }

    /** There are no more rows of the thread. */
    void end() {
        while (!open.isEmpty()) {
            close(open.pop());
        }
    }
}
