package dev.shipgate.ingest;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shipgate.number.Numbers;
import dev.shipgate.number.Range;
import org.jspecify.annotations.Nullable;

/**
 * What a tool calculated of all requests of one name. What the file does not have is null, never 0: a metric that was not
 * measured does not pass.
 *
 * @param p95Ms 95th percentile of the duration in milliseconds
 * @param p95AtLeastMs a bound that the 95th percentile is not below, in milliseconds, where only that is known
 * @param errorRate failed requests over all requests, 0 to 1, to 6 significant digits
 * @param samples how many requests there were
 */
public record Summary(
        @Nullable Double p95Ms,
        @Nullable Double p95AtLeastMs,
        @Nullable Double errorRate,
        @Nullable Long samples) {

    /** Refuses a number that is out of its range with an {@link UnreadableResultException}. */
    public Summary {
        p95Ms = checked("p95 latency in ms", p95Ms, Range.NOT_NEGATIVE);
        p95AtLeastMs = checked("bound of the p95 latency in ms", p95AtLeastMs, Range.NOT_NEGATIVE);
        Double checkedRate = checked("error rate", errorRate, Range.RATIO);
        errorRate = checkedRate == null ? null : Numbers.rounded(checkedRate);
        if (samples != null && samples < 0) {
            throw new UnreadableResultException("The number of samples (" + samples + ") must be 0 or more.");
        }
    }

    /** Of requests that were counted. Of none nothing is known, whatever figures a tool writes for them. */
    public static Summary ofCounts(@Nullable Double p95Ms, long samples, long failed) {
        return samples == 0
                ? new Summary(null, null, null, 0L)
                : new Summary(p95Ms, null, (double) failed / samples, samples);
    }

    /** As a request has it: what was not measured is left out. */
    ObjectNode toJson() {
        ObjectNode fields = JsonNodeFactory.instance.objectNode();
        put(fields, "p95_ms", p95Ms);
        put(fields, "p95_at_least_ms", p95AtLeastMs);
        put(fields, "error_rate", errorRate);
        if (samples != null) {
            fields.put("samples", samples);
        }
        return fields;
    }

    private static void put(ObjectNode fields, String name, @Nullable Double value) {
        if (value != null) {
            fields.put(name, value);
        }
    }

    /** Whether another has a figure that this one has too, so that they cannot be of the same requests. */
    boolean overlaps(Summary other) {
        return (knowsP95() && other.knowsP95())
                || (errorRate != null && other.errorRate != null)
                || (samples != null && other.samples != null);
    }

    private boolean knowsP95() {
        return p95Ms != null || p95AtLeastMs != null;
    }

    /** Both together: two files may have a figure each of the same requests. */
    Summary and(Summary other) {
        return new Summary(
                p95Ms == null ? other.p95Ms : p95Ms,
                p95AtLeastMs == null ? other.p95AtLeastMs : p95AtLeastMs,
                errorRate == null ? other.errorRate : errorRate,
                samples == null ? other.samples : samples);
    }

    private static @Nullable Double checked(String what, @Nullable Double value, Range range) {
        if (value == null) {
            return null;
        }
        try {
            return range.require(value, what);
        } catch (IllegalArgumentException e) {
            throw new UnreadableResultException(String.valueOf(e.getMessage()));
        }
    }
}
