package dev.shipgate.ingest.measure;

import dev.shipgate.ingest.read.UnreadableResultException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which of the percentiles that a tool calculated is taken as the 95th.
 *
 * @param name as the tool writes it
 * @param percentile 95, or a higher one that the mapping asks for
 */
public record P95Field(String name, double percentile) {

    static final double WANTED = 95;

    /**
     * The usual one, or the one that the mapping names.
     *
     * @param percentiles those that the tool has, by their names
     * @throws UnreadableResultException when the mapping names one that is not among them, or that is lower
     */
    public static P95Field of(@Nullable String asMapped, String usual, Map<String, Double> percentiles) {
        if (asMapped == null) {
            return new P95Field(usual, WANTED);
        }
        Double percentile = percentiles.get(asMapped);
        if (percentile == null) {
            throw new UnreadableResultException("The mapping takes \"" + asMapped
                    + "\" as p95, which is no percentile of the file. It has " + String.join(", ", percentiles.keySet())
                    + ".");
        }
        if (percentile < WANTED) {
            throw new UnreadableResultException("The mapping takes \"" + asMapped
                    + "\" as p95, which is lower. It must be the 95th percentile or a higher one.");
        }
        return new P95Field(asMapped, percentile);
    }

    /** For people: its name, and whether it is stricter than asked for. */
    public String told() {
        return percentile == WANTED ? name : name + " in place of the 95th percentile, which is not above it,";
    }
}
