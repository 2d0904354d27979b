package dev.shipgate.ingest.jmeter;

/**
 * The time that a sample took, pauses in it too, in milliseconds.
 *
 * @param startMs on any clock
 * @param endMs on the same, not before the start
 */
record Span(long startMs, long endMs) {

    /**
     * Whether a sample that was written after this one is within it. One without duration at its end may be the next, so that
     * a sample without duration holds none.
     */
    boolean holdsLater(Span other) {
        return holds(other) && other.startMs < endMs;
    }

    /** Whether a sample that was written before this one is within it. One without duration at its start may be before. */
    boolean holdsEarlier(Span other) {
        return holds(other) && other.endMs > startMs;
    }

    private boolean holds(Span other) {
        return other.startMs >= startMs && other.endMs <= endMs;
    }
}
