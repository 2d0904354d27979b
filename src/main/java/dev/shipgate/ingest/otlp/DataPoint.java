package dev.shipgate.ingest.otlp;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shipgate.ingest.read.UnreadableResultException;

/**
 * The data of one export on the requests with the same attributes.
 *
 * @param startNanos from when on it counts, since 1970; 0 where the file does not say
 * @param timeNanos up to when
 */
record DataPoint(Attributes attributes, long startNanos, long timeNanos, DurationBuckets buckets) {

    /** Set where a process has gone and there is no value. */
    private static final int NO_RECORDED_VALUE = 1;

    static boolean hasValue(JsonNode point) {
        return (Fields.integer(point, "flags") & NO_RECORDED_VALUE) == 0;
    }

    static DataPoint read(JsonNode point, boolean isExponential, DurationUnit unit) {
        long timeNanos = Fields.count(point, "timeUnixNano");
        long startNanos = Fields.count(point, "startTimeUnixNano");
        if (timeNanos == 0 || startNanos > timeNanos) {
            throw new UnreadableResultException(
                    "\"timeUnixNano\" must be there and not before \"startTimeUnixNano\", but " + "they are "
                            + timeNanos + " and " + startNanos + ".");
        }
        DurationBuckets buckets =
                isExponential ? ExponentialBuckets.read(point, unit) : ExplicitBuckets.read(point, unit);
        if (point.hasNonNull("sum") && buckets.count() > 0) {
            buckets.histogram().requireSum(unit.toMs(Fields.number(point, "sum")));
        }
        return new DataPoint(Attributes.read(point), startNanos, timeNanos, buckets);
    }
}
