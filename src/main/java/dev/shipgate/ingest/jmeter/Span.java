package dev.shipgate.ingest.jmeter;

/**
 * The time that a sample took, pauses in it too, in milliseconds.
 *
 * @param startMs on any clock
 * @param endMs on the same, not before the start; too early where the file does not say how long pauses were
 */
record Span(long startMs, long endMs) {

    /**
     * Whether a sample that was written after this one is within it. One without duration at its end may be the next,
     * so that a sample without duration holds none.
     */
    boolean holdsLater(Span other) {
        return other.startMs >= startMs && other.endMs <= endMs && other.startMs < endMs;
    }

    /**
     * Whether a sample of its thread that was written before this one is within it: it has ended, so that its start
     * says it. One without duration at the start of this one may be before.
     */
    boolean beganBefore(Span other) {
        return other.startMs >= startMs && other.endMs > startMs;
    }
}
