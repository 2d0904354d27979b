package dev.shipgate.ingest.measure;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shipgate.ingest.read.UnreadableResultException;
import dev.shipgate.number.Numbers;
import dev.shipgate.number.Range;
import org.jspecify.annotations.Nullable;

/**
 * The 95th percentile of durations, in milliseconds, as far as it is known. A value that stands beside a bound is an
 * estimate: the bounds decide, and it only tells people where about the percentile is.
 *
 * @param ms the value, 0 or more; null when it is not known
 * @param atLeastMs the bound that it is not below; null without such a bound
 * @param atMostMs the bound that it is not above; null without such a bound
 * @param lowMs the lower end of the 95 % confidence interval, not above the value; null where there is none, as of too
 *     few samples or of the value of a tool
 * @param highMs the upper end of it, not below the value; null where there is none
 */
public record P95(
        @Nullable Double ms,
        @Nullable Double atLeastMs,
        @Nullable Double atMostMs,
        @Nullable Double lowMs,
        @Nullable Double highMs) {

    /** The field of the lower end of the confidence interval. */
    public static final String LOW_MS = "p95_low_ms";

    /** The field of the upper end of it. */
    public static final String HIGH_MS = "p95_high_ms";

    /** Nothing was measured. */
    public static final P95 UNKNOWN = new P95(null, null, null, null, null);

    /** Refuses numbers below 0, and bounds that contradict each other, with an {@link UnreadableResultException}. */
    public P95 {
        ms = checked("p95 latency in ms", ms);
        atLeastMs = checked("lower bound of the p95 latency in ms", atLeastMs);
        atMostMs = checked("upper bound of the p95 latency in ms", atMostMs);
        if (atLeastMs != null && atMostMs != null && atLeastMs > atMostMs) {
            throw new UnreadableResultException("The p95 latency cannot be at least " + Numbers.forPeople(atLeastMs)
                    + " ms and at most " + Numbers.forPeople(atMostMs) + " ms.");
        }
    }

    /** A value that was measured; null for none. */
    public static P95 of(@Nullable Double ms) {
        return ms == null ? UNKNOWN : new P95(ms, null, null, null, null);
    }

    /** A value of samples, with the ends of its confidence interval. */
    static P95 measured(double ms, double lowMs, double highMs) {
        return new P95(ms, null, null, lowMs, highMs);
    }

    /** Bounds without any estimate; null for one that there is not. */
    public static P95 between(@Nullable Double atLeastMs, @Nullable Double atMostMs) {
        return new P95(null, atLeastMs, atMostMs, null, null);
    }

    /** An estimate between two bounds. */
    public static P95 within(double estimateMs, double atLeastMs, double atMostMs) {
        return new P95(estimateMs, atLeastMs, atMostMs, null, null);
    }

    /** Whether anything is known of it. */
    public boolean isKnown() {
        return ms != null || atLeastMs != null || atMostMs != null;
    }

    /** The higher one of two that were found in histograms: bounds of it. */
    public static P95 worst(P95 one, P95 other) {
        return new P95(
                one.ms == null || other.ms == null ? null : (Double) Math.max(one.ms, other.ms),
                one.atLeastMs == null || other.atLeastMs == null
                        ? null
                        : (Double) Math.max(one.atLeastMs, other.atLeastMs),
                one.atMostMs == null || other.atMostMs == null ? null : (Double) Math.max(one.atMostMs, other.atMostMs),
                null,
                null);
    }

    /** For people, of one without an upper bound: that it is not known, or the lower bound. */
    public String describe() {
        return atLeastMs == null
                ? "is not known"
                : "is only known to be at least " + Numbers.forPeople(atLeastMs) + " ms";
    }

    /** Into the fields of a route: a figure that is not known is left out. */
    void putInto(ObjectNode fields) {
        put(fields, "p95_ms", ms);
        put(fields, "p95_at_least_ms", atLeastMs);
        put(fields, "p95_at_most_ms", atMostMs);
        put(fields, LOW_MS, lowMs);
        put(fields, HIGH_MS, highMs);
    }

    private static void put(ObjectNode fields, String name, @Nullable Double value) {
        if (value != null) {
            fields.put(name, value);
        }
    }

    private static @Nullable Double checked(String what, @Nullable Double value) {
        if (value == null) {
            return null;
        }
        try {
            return Range.NOT_NEGATIVE.require(value, what);
        } catch (IllegalArgumentException e) {
            throw new UnreadableResultException(String.valueOf(e.getMessage()));
        }
    }
}
