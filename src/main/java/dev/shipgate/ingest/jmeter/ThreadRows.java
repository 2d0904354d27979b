package dev.shipgate.ingest.jmeter;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Reports the rows of one thread with their kinds. A thread does one thing after another, and a row is written when
 * its sample has ended: a row that comes later and lies within the time of one before is a part of it. Names say
 * nothing, as a test may give a sampler any name.
 *
 * <p>JMeter writes the parts of a sample after it, each before its own parts, and the requests of a transaction
 * controller before its row, or after it where the controller generates a parent sample. A transaction none of whose
 * requests has a row counts itself.
 *
 * <p>Rows of one name of a thread that overlap are not of one thread, whatever they say: several runs, or a thread
 * group that is called so twice. Then the time alone tells no parts: a row is a part only if it also has a name that
 * JMeter gives to parts, and otherwise counts.
 */
final class ThreadRows {

    /** JMeter sets its clock now and then, by a millisecond or two. */
    private static final int CLOCK_STEP_MS = 2;

    /** A sample that may have parts. */
    private static final class Open {

        private final Sample sample;

        /** A transaction is reported at its end, when it is known whether its requests have rows. */
        private final boolean isTransaction;

        private boolean hasRequests;

        Open(Sample sample, boolean hasRequests) {
            this.sample = sample;
            this.isTransaction = sample.isTransaction();
            this.hasRequests = hasRequests;
        }
    }

    private final BiConsumer<RowKind, Sample> kinds;
    private final PartsByTime partsByTime;
    private final Deque<Open> open = new ArrayDeque<>(2);
    private @Nullable Span last;
    private @Nullable Span lastRequest;
    private boolean hasOverlaps;

    /**
     * Of no rows yet.
     *
     * @param kinds receives each row, those of transactions when it is known whether their requests have rows
     * @param partsByTime receives the rows that are parts by their times alone
     */
    ThreadRows(BiConsumer<RowKind, Sample> kinds, PartsByTime partsByTime) {
        this.kinds = kinds;
        this.partsByTime = partsByTime;
    }

    /** The next row. */
    void add(Sample sample, Span span) {
        while (!open.isEmpty() && !holds(open.peek(), span)) {
            close(open.pop());
        }
        Open outer = open.peek();
        if (outer == null || outer.isTransaction || sample.isTransaction()) {
            addWhole(sample, span);
        } else if (sample.hasTheNameOfAPartOf(outer.sample)) {
            kinds.accept(RowKind.SUB_RESULT, sample);
        } else if (hasOverlaps) {
            addWhole(sample, span);
        } else {
            partsByTime.add(sample);
        }
        open(sample, span);
    }

    /** The next one of a file that says how many samples it is nested in. */
    void addNested(Sample sample, @Nullable Span span, int depth) {
        while (open.size() > depth) {
            close(open.pop());
        }
        if (open.isEmpty() || open.peek().isTransaction || sample.isTransaction()) {
            addWhole(sample, span);
        } else {
            kinds.accept(RowKind.SUB_RESULT, sample);
        }
        open(sample, span);
    }

    private static boolean holds(Open outer, Span span) {
        Span place = outer.sample.place();
        return place != null && place.holdsLater(span);
    }

    private void addWhole(Sample sample, @Nullable Span span) {
        if (sample.isTransaction()) {
            return;
        }
        open.forEach(outer -> outer.hasRequests = true);
        kinds.accept(RowKind.REQUEST, sample);
        if (span != null && lastRequest != null && span.startMs() < lastRequest.endMs() - CLOCK_STEP_MS) {
            hasOverlaps = true;
            partsByTime.overlap(sample.thread());
        }
        lastRequest = span;
    }

    private void open(Sample sample, @Nullable Span span) {
        boolean followsItsRequests = span != null && last != null && span.beganBefore(last);
        boolean hasRequests = sample.isTransaction() && (followsItsRequests || sample.isTransactionOfNothing());
        open.push(new Open(sample, hasRequests));
        last = span;
    }

    private void close(Open ended) {
        if (!ended.isTransaction) {
            return;
        }
        if (ended.hasRequests) {
            kinds.accept(RowKind.TRANSACTION, ended.sample);
        } else {
            open.forEach(outer -> outer.hasRequests = true);
            kinds.accept(RowKind.TRANSACTION_ALONE, ended.sample);
        }
    }

    /** There are no more rows of the thread. */
    void end() {
        while (!open.isEmpty()) {
            close(open.pop());
        }
    }
}
