package dev.shipgate.ingest.mapping;

import org.jspecify.annotations.Nullable;

/**
 * A route that metrics of the test's own measure, as of a protocol whose requests the tool does not count.
 *
 * @param metric the trend of its durations, in milliseconds
 * @param samples the counter of its requests; null where the trend says how many values it has
 * @param failed the rate of its requests that is true for those that failed; null for none, so that the error rate is
 *     missing
 */
public record TrendMapping(
        String metric, @Nullable String samples, @Nullable String failed) {}
