package dev.shipgate.ingest.measure;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Map.Entry;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The percentiles that a tool calculated.
 *
 * @param percents which they are, by their names
 * @param millis the value of one by its name, in milliseconds, also of the shortest and the longest duration; null
 *     where it has none
 */
public record ToolPercentiles(Map<String, Double> percents, Function<String, @Nullable Double> millis) {

    private static final double HUNDRED = 100;

    /** Those of an object that has them as fields. */
    public static ToolPercentiles of(
            PercentileNames names, JsonNode object, Function<String, @Nullable Double> millis) {
        return new ToolPercentiles(names.among(object.fieldNames()), millis);
    }

    /**
     * See {@link RisingPercentiles#require}.
     *
     * @param least the name of the shortest duration
     * @param most that of the longest one
     */
    public void requireRising(String of, String least, String most) {
        Map<String, Double> all = new LinkedHashMap<>();
        all.put(least, 0.0);
        all.putAll(percents);
        all.put(most, HUNDRED);
        RisingPercentiles.require(of, all, millis, RisingPercentiles.WAS_IT_CHANGED);
    }

    /** The one that is taken as the 95th: see {@link ChosenPercentile#p95}. */
    public ChosenPercentile chosen(@Nullable String asMapped, String usual) {
        return ChosenPercentile.p95(asMapped, usual, percents);
    }

    /** The bounds of the 95th where a tool has only others: it is between the next lower and the next higher one. */
    public P95 between() {
        return P95.between(
                highest(percentile -> percentile.getValue() < ChosenPercentile.P95),
                lowest(percentile -> percentile.getValue() > ChosenPercentile.P95));
    }

    /**
     * The value or bounds of the 95th of all requests where a tool calculates percentiles of some of them only. The
     * others, which got no response or one that came too late, count as slower than all of those: then a percentile of
     * the tool is an upper bound when there are enough requests up to it.
     *
     * @param field the one that is taken as the 95th where they are of all
     * @param measured how many requests they are of
     * @param others how many requests they are not of
     */
    public P95 ofAll(ChosenPercentile field, long measured, long others) {
        if (measured <= 0) {
            return P95.UNKNOWN;
        }
        if (others == 0) {
            Double found = millis.apply(field.name());
            return found == null ? between() : P95.of(found);
        }
        return P95.between(
                highest(percentile -> percentile.getValue() <= ChosenPercentile.P95 && hasValue(percentile)),
                lowest(percentile -> reaches95th(percentile.getValue(), measured, others) && hasValue(percentile)));
    }

    /** Whether as many requests are up to a percentile as are up to the 95th of all, whichever rank a tool takes. */
    private static boolean reaches95th(double percent, long measured, long others) {
        return Math.floor(percent / HUNDRED * measured) >= ChosenPercentile.P95 / HUNDRED * (measured + others + 1.0);
    }

    private boolean hasValue(Entry<String, Double> percentile) {
        return millis.apply(percentile.getKey()) != null;
    }

    private @Nullable Double highest(Predicate<Entry<String, Double>> wanted) {
        return value(percents.entrySet().stream().filter(wanted).max(Entry.comparingByValue()));
    }

    private @Nullable Double lowest(Predicate<Entry<String, Double>> wanted) {
        return value(percents.entrySet().stream().filter(wanted).min(Entry.comparingByValue()));
    }

    private @Nullable Double value(Optional<Entry<String, Double>> percentile) {
        return percentile.map(Entry::getKey).map(millis).orElse(null);
    }
}
