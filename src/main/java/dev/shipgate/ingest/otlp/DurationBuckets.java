package dev.shipgate.ingest.otlp;

import dev.shipgate.ingest.measure.Histogram;
import java.util.Optional;

/** Counts of requests by their durations. Immutable. */
sealed interface DurationBuckets permits ExplicitBuckets, ExponentialBuckets {

    /** How many requests there are. */
    long count();

    /** The shortest and the longest duration, as far as they are known. */
    Extremes extremes();

    /** How many numbers are kept for it. */
    int size();

    /**
     * The requests of both.
     *
     * @throws dev.shipgate.ingest.read.UnreadableResultException when their buckets are not the same
     */
    DurationBuckets plus(DurationBuckets other);

    /**
     * The requests that came after an earlier state.
     *
     * @throws dev.shipgate.ingest.read.UnreadableResultException when it has other buckets, or more in one of them
     */
    DurationBuckets minus(DurationBuckets earlier);

    /** The same with their bounds in milliseconds, of at least one request. */
    Histogram histogram();

    /** The reason to wonder at the bounds, as a sentence. */
    Optional<String> remark();
}
