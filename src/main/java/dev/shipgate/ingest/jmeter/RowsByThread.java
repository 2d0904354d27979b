package dev.shipgate.ingest.jmeter;

import dev.shipgate.ingest.read.UnreadableResultException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiConsumer;

/** Reports rows with their kinds, by their threads. Rows without a thread or a time are parts of no other. */
final class RowsByThread {

    /** As many threads are known at a time. */
    private static final int MAX_THREADS = 20_000;

    private final BiConsumer<RowKind, Sample> receiver;
    private final PartsByTime partsByTime;
    private final Map<String, ThreadRows> threads = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, ThreadRows> eldest) {
            if (size() > MAX_THREADS) {
                eldest.getValue().end();
                return true;
            }
            return false;
        }
    };

    /** @param receiver gets each row */
    RowsByThread(BiConsumer<RowKind, Sample> receiver) {
        this.receiver = receiver;
        this.partsByTime = new PartsByTime(receiver);
    }

    /** Whether rows of one thread overlap, so that its times tell no parts. */
    boolean hasOverlaps() {
        return partsByTime.hasOverlaps();
    }

    /** The next row, in the order of the file. */
    void add(Sample sample) {
        Span place = sample.place();
        if (place == null || sample.thread().isEmpty()) {
            withoutPlace(sample);
        } else {
            of(sample.thread()).add(sample, place);
        }
    }

    private void withoutPlace(Sample sample) {
        if (sample.isTransactionOfNothing()) {
            receiver.accept(RowKind.TRANSACTION, sample);
        } else {
            receiver.accept(sample.isTransaction() ? RowKind.TRANSACTION_ALONE : RowKind.REQUEST, sample);
        }
    }

    /** The next element of a file that nests parts into samples: in how many it is. */
    void addNested(Sample sample, int depth) {
        of(sample.thread()).addNested(sample, sample.isPlaced() ? sample.place() : null, depth);
    }

    private ThreadRows of(String thread) {
        return threads.computeIfAbsent(thread, first -> new ThreadRows(receiver, partsByTime));
    }

    /**
     * There are no more rows.
     *
     * @throws UnreadableResultException when rows of one thread overlap, so that rows that were taken for parts may be
     *     none
     */
    void end() {
        threads.values().forEach(ThreadRows::end);
        partsByTime.end();
    }
}
