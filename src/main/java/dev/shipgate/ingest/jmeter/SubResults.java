package dev.shipgate.ingest.jmeter;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Tells rows that are parts of the sample before them. JMeter writes them after it, with the same thread, and calls them by its
 * label and a number: {@code home}, {@code home-0}, {@code home-1}, and {@code home-1-0} of a part of a part. A sample of its
 * own that a test calls {@code home-1} does not follow {@code home-0}, and is none.
 */
final class SubResults {

    /** Of as many threads the last sample is remembered. */
    private static final int MAX_THREADS = 20_000;

    private final Map<String, Deque<Sample>> lastOfThread = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Deque<Sample>> eldest) {
            return size() > MAX_THREADS;
        }
    };

    /** Whether the next row is one of them. */
    boolean has(String thread, String label) {
        Deque<Sample> parents = lastOfThread.computeIfAbsent(thread, first -> new ArrayDeque<>(2));
        while (!parents.isEmpty() && !parents.peek().hasNext(label)) {
            parents.pop();
        }
        boolean found = !parents.isEmpty();
        if (found) {
            parents.peek().parts++;
        }
        parents.push(new Sample(label));
        return found;
    }

    private static final class Sample {

        private final String label;
        private int parts;

        Sample(String label) {
            this.label = label;
        }

        boolean hasNext(String other) {
            return other.length() > label.length() && other.startsWith(label) && other.equals(label + "-" + parts);
        }
    }
}
