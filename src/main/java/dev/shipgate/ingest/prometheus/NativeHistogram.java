package dev.shipgate.ingest.prometheus;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shipgate.ingest.ShortText;
import dev.shipgate.ingest.UnreadableResultException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Reads a native histogram: {@code [time, {"count": "9", "sum": "1.2", "buckets": [[0, "0.1", "0.2", "9"]]}]}. */
final class NativeHistogram {

    private NativeHistogram() {}

    /** Its buckets in the order of their bounds; those without any value are not written. */
    static List<RawBucket> read(JsonNode pair, String where) {
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
        return read;
    }
}
