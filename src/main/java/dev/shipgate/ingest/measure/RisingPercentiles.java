package dev.shipgate.ingest.measure;

import dev.shipgate.ingest.read.UnreadableResultException;
import dev.shipgate.number.Numbers;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Percentiles of the same durations rise: a higher one is not below a lower one. Where one is, nobody knows which of
 * the two is right, and a 95th percentile below the median would keep a budget that the requests do not.
 */
public final class RisingPercentiles {

    /** The hint for most tools, whose percentiles no setting can bring into another order. */
    public static final String WAS_IT_CHANGED = "Was the file changed?";

    /** Tools estimate within 1 %, and round the values that they write. */
    static final double TOLERANCE = 0.03;

    private RisingPercentiles() {}

    /**
     * That they rise.
     *
     * @param of the part of the file that they belong to, as it follows that word
     * @param percents by the names of the tool; the shortest duration has 0, and the longest 100
     * @param millis the value of one; null where there is none
     * @param hint the possible reason, as a sentence
     * @throws UnreadableResultException when one is below a lower one, or negative
     */
    public static void require(
            String of, Map<String, Double> percents, Function<String, @Nullable Double> millis, String hint) {
        List<String> rising = percents.entrySet().stream()
                .sorted(Entry.comparingByValue())
                .map(Entry::getKey)
                .toList();
        require(of, rising, millis, TOLERANCE, hint);
    }

    /**
     * The same by their names, the lowest first.
     *
     * @param tolerance how much one may be below a lower one, as a ratio
     */
    static void require(
            String of, List<String> rising, Function<String, @Nullable Double> millis, double tolerance, String hint) {
        String highestName = "";
        @Nullable Double highest = null;
        for (String name : rising) {
            Double value = millis.apply(name);
            if (value != null && value < 0) {
                throw new UnreadableResultException("\"" + name + "\" of " + of + " is " + Numbers.forPeople(value)
                        + " ms. A duration must not be negative.");
            }
            if (value != null && highest != null && value < highest * (1 - tolerance)) {
                throw new UnreadableResultException("\"" + name + "\" of " + of + " is "
                        + Numbers.forPeople(value, highest) + " ms, and \"" + highestName
                        + "\", which cannot be more, is "
                        + Numbers.forPeople(highest, value) + " ms. " + hint);
            }
            if (value != null && (highest == null || value >= highest)) {
                highest = value;
                highestName = name;
            }
        }
    }
}
