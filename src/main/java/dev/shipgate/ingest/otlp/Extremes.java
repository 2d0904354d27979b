package dev.shipgate.ingest.otlp;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/** The shortest and the longest duration of requests, in milliseconds; null where a point does not say. */
record Extremes(@Nullable Double minMs, @Nullable Double maxMs) {

    static Extremes read(JsonNode point, DurationUnit unit) {
        return new Extremes(ms(point, "min", unit), ms(point, "max", unit));
    }

    private static @Nullable Double ms(JsonNode point, String field, DurationUnit unit) {
        return point.hasNonNull(field) ? (Double) unit.toMs(Fields.number(point, field)) : null;
    }

    /** Those of some requests, of which these are, and of others together: known where those of all are. */
    Extremes with(long count, DurationBuckets others) {
        if (count == 0 || others.count() == 0) {
            return count == 0 ? others.extremes() : this;
        }
        Extremes other = others.extremes();
        return new Extremes(
                minMs == null || other.minMs == null ? null : (Double) Math.min(minMs, other.minMs),
                maxMs == null || other.maxMs == null ? null : (Double) Math.max(maxMs, other.maxMs));
    }
}
