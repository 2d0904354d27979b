package dev.shipgate.ingest.measure;

import dev.shipgate.ingest.read.UnreadableResultException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The percentile that is taken for the one that is wanted: that one, or a higher one, which is stricter. A lower one
 * would hide slow requests.
 *
 * @param name as the tool writes it
 * @param percentile at least the wanted one, in percent
 * @param wanted such as 95
 */
public record ChosenPercentile(String name, double percentile, double wanted) {

    /** The percentile that budgets of latencies are about. */
    public static final double P95 = 95;

    /** A 95th. */
    public static ChosenPercentile usual(String name) {
        return new ChosenPercentile(name, P95, P95);
    }

    /**
     * The one that somebody names.
     *
     * @param percentile the percent of that name; null when it is the name of no percentile
     * @param refusal the message when it is none, or a lower one
     * @throws UnreadableResultException in that case
     */
    public static ChosenPercentile of(String name, @Nullable Double percentile, double wanted, String refusal) {
        if (percentile == null || !(percentile >= wanted)) {
            throw new UnreadableResultException(refusal);
        }
        return new ChosenPercentile(name, percentile, wanted);
    }

    /**
     * The field that is taken for the 95th of the percentiles that a tool has.
     *
     * @param asMapped the name that the mapping says; null for the usual one
     * @param usual the name of the 95th, also where the tool does not have it
     * @param percentiles by their names
     * @throws UnreadableResultException when the mapping names one that is not among them, or that is lower
     */
    public static ChosenPercentile p95(@Nullable String asMapped, String usual, Map<String, Double> percentiles) {
        if (asMapped == null) {
            return usual(usual);
        }
        boolean isThere = percentiles.containsKey(asMapped);
        return of(
                asMapped,
                percentiles.get(asMapped),
                P95,
                "The mapping takes \"" + asMapped + "\" as p95, which is "
                        + (isThere
                                ? "lower. It must be the 95th percentile or a higher one."
                                : "no percentile of the file. It has " + String.join(", ", percentiles.keySet())
                                        + "."));
    }

    /** Whether it is a higher one than is wanted. */
    public boolean isStricter() {
        return percentile > wanted;
    }

    /** For people, of a 95th: its name, and whether it is stricter than asked for. */
    public String forPeople() {
        return isStricter() ? name + " in place of the 95th percentile, which is not above it," : name;
    }
}
