package dev.shipgate.ingest.otlp;

import org.jspecify.annotations.Nullable;

/** Counts of requests by their durations, in milliseconds. Immutable. */
sealed interface Buckets permits ExplicitBuckets, ExponentialBuckets {

    /**
     * A percentile, interpolated linearly within its bucket.
     *
     * @param ms null when only a bound is known
     * @param atLeastMs the bound; null when the value is known, or nothing is
     */
    record Percentile(@Nullable Double ms, @Nullable Double atLeastMs) {}

    /** How many requests there are. */
    long count();

    /** How many numbers are kept for it. */
    int size();

    /**
     * The requests of both.
     *
     * @throws dev.shipgate.ingest.UnreadableResultException when their buckets are not the same
     */
    Buckets plus(Buckets other);

    /**
     * The requests that came after an earlier state.
     *
     * @throws dev.shipgate.ingest.UnreadableResultException when it has other buckets, or more in one of them
     */
    Buckets minus(Buckets earlier);

    /** The 95th percentile of at least one request. */
    Percentile p95();
}
