package dev.shipgate.ingest.prometheus;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shipgate.ingest.read.ShortText;
import dev.shipgate.ingest.read.UnreadableResultException;
import dev.shipgate.number.Numbers;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads a native histogram: {@code [time, {"count": "9", "sum": "1.2", "buckets": [[0, "0.1", "0.2", "9"]]}]}. */
final class NativeHistogram {

    private NativeHistogram() {}

    /** Counts are written with fewer digits than they have. */
    private static final double TOLERANCE = 1e-6;

    /** The histogram that the pair has; buckets without any value are not written. */
    static RawHistogram read(JsonNode pair, String where) {
        JsonNode buckets = pair.path(1).path("buckets");
        if (pair.size() != 2 || !buckets.isArray()) {
            throw new UnreadableResultException(where + ": a histogram must be [time, {\"buckets\": [...]}], but is "
                    + ShortText.line(pair.toString()) + ".");
        }
        List<RawBucket> read = new ArrayList<>();
        for (JsonNode bucket : buckets) {
            double count =
                    bucket.size() == 4 ? SeriesReader.value(bucket.path(3).asText(), where) : -1;
            if (count < 0) {
                throw new UnreadableResultException(where + ": a bucket must be [boundaries, \"left\", \"right\", "
                        + "\"count\"] with a count of 0 or more, but is " + ShortText.line(bucket.toString())
                        + ".");
            }
            read.add(new RawBucket(
                    SeriesReader.value(bucket.path(1).asText(), where),
                    SeriesReader.value(bucket.path(2).asText(), where),
                    count));
        }
        read.sort(Comparator.comparingDouble(RawBucket::upper));
        requireCount(pair.path(1).path("count"), read, where);
        return new RawHistogram(read, sum(pair.path(1).path("sum"), where), false);
    }

    private static void requireCount(JsonNode count, List<RawBucket> buckets, String where) {
        if (count.isMissingNode()) {
            return;
        }
        double all = SeriesReader.value(count.asText(), where);
        double inBuckets = buckets.stream().mapToDouble(RawBucket::count).sum();
        if (Math.abs(all - inBuckets) > TOLERANCE * Math.max(all, inBuckets)) {
            throw new UnreadableResultException(where + ": \"count\" is " + Numbers.forPeople(all, inBuckets)
                    + ", but the buckets have " + Numbers.forPeople(inBuckets, all)
                    + " in all. Values that are NaN are in no bucket: were there any?");
        }
    }

    /** Null where it says nothing: when there is none, or one of the values was NaN or infinite. */
    private static @Nullable Double sum(JsonNode sum, String where) {
        double value = sum.isMissingNode() ? Double.NaN : SeriesReader.value(sum.asText(), where);
        return Double.isFinite(value) ? (Double) value : null;
    }
}
