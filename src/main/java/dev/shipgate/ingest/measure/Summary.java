package dev.shipgate.ingest.measure;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shipgate.ingest.read.UnreadableResultException;
import dev.shipgate.number.Numbers;
import dev.shipgate.number.Range;
import org.jspecify.annotations.Nullable;

/**
 * The figures that a tool calculated of all requests of one name. A figure that the file does not have is null, never
 * 0: a metric that was not measured does not pass.
 *
 * @param p95 the value or bounds that are known of the 95th percentile of the duration
 * @param errorRate failed requests over all requests, 0 to 1, to 6 significant digits
 * @param samples how many requests there were
 * @param failed how many of the samples failed
 */
public record Summary(
        P95 p95,
        @Nullable Double errorRate,
        @Nullable Long samples,
        @Nullable Long failed) {

    /** The field of a request for the number of failed requests. */
    public static final String FAILED = "failed";

    /** Refuses a number that is out of its range with an {@link UnreadableResultException}. */
    public Summary {
        if (errorRate != null) {
            try {
                errorRate = Numbers.rounded(Range.RATIO.require(errorRate, "error rate"));
            } catch (IllegalArgumentException e) {
                throw new UnreadableResultException(String.valueOf(e.getMessage()));
            }
        }
        if (samples != null && samples < 0) {
            throw new UnreadableResultException("The number of samples (" + samples + ") must be 0 or more.");
        }
    }

    /** Of requests of which nobody counted how many failed. */
    public Summary(P95 p95, @Nullable Double errorRate, @Nullable Long samples) {
        this(p95, errorRate, samples, null);
    }

    /** Of requests that were counted, with a 95th percentile that was measured; null for none. */
    public static Summary ofCounts(@Nullable Double p95Ms, long samples, long failed) {
        return ofCounts(P95.of(p95Ms), samples, failed);
    }

    /**
     * Of requests that were counted. Of none nothing is known, whatever figures a tool writes for them.
     *
     * @throws UnreadableResultException when more failed than there were
     */
    public static Summary ofCounts(P95 p95, long samples, long failed) {
        if (failed < 0 || failed > samples) {
            throw new UnreadableResultException("Of " + samples + " requests " + failed
                    + " failed, by the counts of the file, which contradict each other.");
        }
        return samples == 0
                ? new Summary(P95.UNKNOWN, null, 0L)
                : new Summary(p95, (double) failed / samples, samples, failed);
    }

    /** As a request has it: a figure that was not measured is left out. */
    public ObjectNode toJson() {
        ObjectNode fields = JsonNodeFactory.instance.objectNode();
        p95.putInto(fields);
        if (errorRate != null) {
            fields.put("error_rate", errorRate);
        }
        if (samples != null) {
            fields.put("samples", samples);
        }
        if (failed != null) {
            fields.put(FAILED, failed);
        }
        return fields;
    }

    /** Whether another has a figure that this one has too, so that they cannot be of the same requests. */
    boolean overlaps(Summary other) {
        return (p95.isKnown() && other.p95.isKnown())
                || (errorRate != null && other.errorRate != null)
                || (samples != null && other.samples != null)
                || (failed != null && other.failed != null);
    }

    /** Both together: two files may have a figure each of the same requests. */
    Summary and(Summary other) {
        return new Summary(
                p95.isKnown() ? p95 : other.p95,
                errorRate == null ? other.errorRate : errorRate,
                samples == null ? other.samples : samples,
                failed == null ? other.failed : failed);
    }
}
