package dev.shipgate.ingest;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Map.Entry;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which of the percentiles that a tool calculated is taken as the 95th.
 *
 * @param name as the tool writes it
 * @param percentile 95, or a higher one that the mapping asks for
 */
public record P95Field(String name, double percentile) {

    private static final double WANTED = 95;

    private static final Pattern NAME = Pattern.compile("p(\\d{1,2}(?:\\.\\d{1,5})?)");

    private static final double HUNDRED = 100;

    /** The percentiles of an object that has them as fields such as {@code p99.9}: the 99.9th under that name. */
    public static Map<String, Double> percentiles(JsonNode object) {
        Map<String, Double> percentiles = new LinkedHashMap<>();
        object.fieldNames().forEachRemaining(name -> {
            Matcher percentile = NAME.matcher(name);
            if (percentile.matches()) {
                percentiles.put(name, Double.valueOf(percentile.group(1)));
            }
        });
        return percentiles;
    }

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

    /**
     * What is known of the 95th percentile where a tool has only others: it is between the next lower and the next higher one.
     *
     * @param percentiles those that the tool has, by their names
     * @param value the value of one, in milliseconds; null where it has none
     */
    public static P95 between(Map<String, Double> percentiles, Function<String, @Nullable Double> value) {
        Optional<String> lower = percentiles.entrySet().stream()
                .filter(entry -> entry.getValue() < WANTED)
                .max(Entry.comparingByValue())
                .map(Entry::getKey);
        Optional<String> higher = percentiles.entrySet().stream()
                .filter(entry -> entry.getValue() > WANTED)
                .min(Entry.comparingByValue())
                .map(Entry::getKey);
        return P95.between(lower.map(value).orElse(null), higher.map(value).orElse(null));
    }

    /**
     * What is known of the 95th percentile of all requests where a tool calculates percentiles of some of them only. The
     * others, which got no response or one that came too late, count as slower than all of those: then a percentile of the
     * tool is an upper bound when there are enough requests up to it.
     *
     * @param percentiles those that the tool has, by their names
     * @param value the value of one, in milliseconds; null where it has none
     * @param measured how many requests they are of
     * @param others how many requests they are not of
     */
    public P95 ofAll(
            Map<String, Double> percentiles, Function<String, @Nullable Double> value, long measured, long others) {
        if (measured <= 0) {
            return P95.UNKNOWN;
        }
        if (others == 0) {
            Double found = value.apply(name);
            return found == null ? between(percentiles, value) : P95.of(found);
        }
        return P95.between(highestUpTo95(percentiles, value), lowestFrom(measured, others, percentiles, value));
    }

    private static @Nullable Double highestUpTo95(
            Map<String, Double> percentiles, Function<String, @Nullable Double> value) {
        return percentiles.entrySet().stream()
                .filter(entry -> entry.getValue() <= WANTED && value.apply(entry.getKey()) != null)
                .max(Entry.comparingByValue())
                .map(Entry::getKey)
                .map(value)
                .orElse(null);
    }

    /** Of the percentiles up to which there are as many requests as are up to the 95th of all, whichever rank a tool takes. */
    private static @Nullable Double lowestFrom(
            long measured, long others, Map<String, Double> percentiles, Function<String, @Nullable Double> value) {
        double rank = WANTED / HUNDRED * (measured + others + 1.0);
        return percentiles.entrySet().stream()
                .filter(entry -> Math.floor(entry.getValue() / HUNDRED * measured) >= rank
                        && value.apply(entry.getKey()) != null)
                .min(Entry.comparingByValue())
                .map(Entry::getKey)
                .map(value)
                .orElse(null);
    }

    /** For people: its name, and whether it is stricter than asked for. */
    public String told() {
        return percentile == WANTED ? name : name + " in place of the 95th percentile, which is not above it,";
    }
}
