package dev.shipgate.ingest.fortio;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shipgate.ingest.measure.Bucket;
import dev.shipgate.ingest.measure.Histogram;
import dev.shipgate.ingest.measure.Milliseconds;
import dev.shipgate.ingest.measure.P95;
import dev.shipgate.ingest.read.JsonDocument;
import dev.shipgate.ingest.read.UnreadableResultException;
import dev.shipgate.number.Numbers;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The histogram of the durations of all requests.
 *
 * @param histogram null of no request
 */
record Durations(long count, @Nullable Histogram histogram) {

    static Durations read(JsonNode histogram) {
        long count = JsonDocument.requiredCount64(histogram, "Count");
        List<Bucket> buckets = new ArrayList<>();
        long inBuckets = 0;
        double before = 0;
        for (JsonNode data : histogram.path("Data")) {
            long ofBucket = JsonDocument.requiredCount64(data, "Count");
            double lower = milliseconds(data, "Start");
            double upper = milliseconds(data, "End");
            if (lower < before || upper < lower) {
                throw new UnreadableResultException("\"Data\" must have buckets that rise, but one is from "
                        + Numbers.forPeople(lower) + " to " + Numbers.forPeople(upper) + " ms after "
                        + Numbers.forPeople(before) + " ms.");
            }
            buckets.add(new Bucket(lower, upper, ofBucket));
            inBuckets += ofBucket;
            before = lower;
        }
        if (inBuckets != count) {
            throw new UnreadableResultException(
                    "\"Count\" is " + count + ", but the buckets in \"Data\" have " + inBuckets + " durations.");
        }
        if (count == 0) {
            return new Durations(0, null);
        }
        Histogram durations = new Histogram(buckets, milliseconds(histogram, "Min"), milliseconds(histogram, "Max"));
        if (histogram.hasNonNull("Sum")) {
            durations.requireSum(milliseconds(histogram, "Sum"));
        }
        return new Durations(count, durations);
    }

    private static double milliseconds(JsonNode object, String field) {
        Double seconds = JsonDocument.number(object, field);
        if (seconds == null || seconds < 0) {
            throw new UnreadableResultException("\"" + field + "\" must be in seconds, 0 or more.");
        }
        return Milliseconds.ofSeconds(seconds);
    }

    P95 p95() {
        return histogram == null ? P95.UNKNOWN : histogram.p95();
    }
}
