package dev.shipgate.context;

import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The numbers of one route that a release showed. A metric that was not measured is null.
 *
 * @param route its name
 * @param p95Ms in milliseconds, 0 or more; null also where only bounds are known, which are among the others
 * @param errorRate 0 to 1
 * @param costPerSuccess 0 or more
 * @param taskSuccessDelta -1 to 1
 * @param others every other number of the route, by name
 */
public record MeasuredRoute(
        String route,
        @Nullable Double p95Ms,
        @Nullable Double errorRate,
        @Nullable Double costPerSuccess,
        @Nullable Double taskSuccessDelta,
        Map<String, Double> others) {

    /** Among the others: how many requests were measured, where the caller or an import says so. */
    private static final String SAMPLES = "samples";

    public MeasuredRoute {
        Objects.requireNonNull(route, "route of a measurement");
        others = Collections.unmodifiableMap(new TreeMap<>(others));
    }

    /** How many requests were measured; null where nobody said, or said no whole number. */
    @Nullable
    Long samples() {
        Double samples = others.get(SAMPLES);
        return samples == null || samples < 0 || samples != Math.rint(samples) || samples > Long.MAX_VALUE
                ? null
                : Long.valueOf(samples.longValue());
    }
}
