package dev.shipgate.ingest.otlp;

import org.jspecify.annotations.Nullable;

/** The points of one process with the same attributes, one after the other. */
interface Series {

    /**
     * Adds a point.
     *
     * @param isFromBefore whether a cumulative point may count requests from before the file
     * @return whether it is kept beside those that are there, and takes memory
     */
    boolean add(DataPoint point, boolean isFromBefore);

    /** The requests of the whole file. */
    Total total(boolean hasSeveralExports);

    /**
     * Requests.
     *
     * @param buckets null of none at all
     * @param before how many requests were taken off, as they came before the first export
     */
    record Total(@Nullable DurationBuckets buckets, long before) {}
}
