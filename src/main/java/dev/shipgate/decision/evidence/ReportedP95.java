package dev.shipgate.decision.evidence;

import dev.shipgate.json.JsonObject;
import dev.shipgate.number.Numbers;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A request's value for a 95th percentile of latency: a measured one, or bounds, as for one that is interpolated within
 * a bucket of a histogram. A value beside bounds is an estimate, and never counts as measured.
 *
 * @param measuredMs in milliseconds; null where it was not measured, and where bounds are given
 * @param isMissing whether neither a value nor an upper bound is given, so that no budget can be kept
 * @param others the other numbers of the same object; an estimate is one of them, under its name
 */
public record ReportedP95(@Nullable Double measuredMs, boolean isMissing, Map<String, Double> others) {

    /** The field of a measured percentile. */
    public static final String P95_MS = "p95_ms";

    /** The field of a bound that the percentile is not below. */
    public static final String AT_LEAST_MS = "p95_at_least_ms";

    /** The field of a bound that the percentile is not above. */
    public static final String AT_MOST_MS = "p95_at_most_ms";

    /** The field of the lower end of the confidence interval of a measured percentile. */
    public static final String LOW_MS = "p95_low_ms";

    /** The field of the upper end of it. */
    public static final String HIGH_MS = "p95_high_ms";

    /** Nothing is said of it. */
    public static final ReportedP95 MISSING = new ReportedP95(null, true, Map.of());

    /**
     * Makes one of the fields of a route or a step, and notes a contradiction between them.
     *
     * @param ms the value of {@value #P95_MS}; null for none
     * @param others the other numbers of the same object, among which the bounds are
     */
    public static ReportedP95 of(JsonObject fields, @Nullable Double ms, Map<String, Double> others) {
        Double atLeast = others.get(AT_LEAST_MS);
        Double atMost = others.get(AT_MOST_MS);
        if (atLeast != null && atMost != null && atLeast > atMost) {
            fields.contradictory(
                    AT_MOST_MS,
                    "must not be below " + AT_LEAST_MS + ", " + Numbers.forPeople(atLeast, atMost) + ", but is "
                            + Numbers.forPeople(atMost, atLeast) + ".");
        } else if (ms != null && ((atLeast != null && ms < atLeast) || (atMost != null && ms > atMost))) {
            fields.contradictory(
                    P95_MS,
                    "is " + Numbers.forPeople(ms) + ", beyond the bounds that are given beside it: " + AT_LEAST_MS + " "
                            + Numbers.forPeople(atLeast) + ", " + AT_MOST_MS + " " + Numbers.forPeople(atMost) + ".");
        }
        requireInterval(fields, others);
        boolean isMissing = ms == null && atMost == null;
        if (atLeast == null && atMost == null) {
            return new ReportedP95(ms, isMissing, others);
        }
        Map<String, Double> withEstimate = new TreeMap<>(others);
        if (ms != null) {
            withEstimate.put(P95_MS, ms);
        }
        return new ReportedP95(null, isMissing, withEstimate);
    }

    /** Rules that compare two releases ask whether their intervals are apart. */
    private static void requireInterval(JsonObject fields, Map<String, Double> others) {
        Double low = others.get(LOW_MS);
        Double high = others.get(HIGH_MS);
        if (low != null && high != null && low > high) {
            fields.contradictory(
                    HIGH_MS,
                    "must not be below " + LOW_MS + ", " + Numbers.forPeople(low, high) + ", but is "
                            + Numbers.forPeople(high, low) + ".");
        }
    }
}
