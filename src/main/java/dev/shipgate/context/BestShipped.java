package dev.shipgate.context;

import dev.shipgate.number.Range;
import dev.shipgate.number.Within;
import dev.shipgate.policy.ForRules;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The fact of the best that a route showed in the last releases of this service and environment that shipped, each
 * metric by itself. A limit on it holds a service that becomes a little worse with each release, which a comparison
 * with the last release alone never does. Bounds of a percentile are no part of it.
 *
 * @param route its name
 * @param p95Ms the lowest 95th percentile of latency in milliseconds, 0 or more; null where none was known exactly
 * @param errorRate the lowest part of requests that failed, 0 to 1; null where none was known
 * @param costPerSuccess the lowest cost of a successful turn, 0 or more; null where none was known
 * @param taskSuccessDelta the highest change of the task success rate, -1 to 1; null where none was known
 * @param releases how many of the remembered releases measured the route, 1 or more
 */
@ForRules
public record BestShipped(
        String route,
        @Within(Range.NOT_NEGATIVE) @Nullable Double p95Ms,
        @Within(Range.RATIO) @Nullable Double errorRate,
        @Within(Range.NOT_NEGATIVE) @Nullable Double costPerSuccess,
        @Within(Range.DELTA) @Nullable Double taskSuccessDelta,
        int releases) {

    public BestShipped {
        Objects.requireNonNull(route, "route of shipped releases");
    }

    /**
     * The best of some numbers of a route.
     *
     * @param shown one or more
     * @param releases how many releases showed them
     */
    static BestShipped of(String route, List<MeasuredRoute> shown, int releases) {
        return new BestShipped(
                route,
                best(shown, MeasuredRoute::p95Ms, Comparator.reverseOrder()),
                best(shown, MeasuredRoute::errorRate, Comparator.reverseOrder()),
                best(shown, MeasuredRoute::costPerSuccess, Comparator.reverseOrder()),
                best(shown, MeasuredRoute::taskSuccessDelta, Comparator.naturalOrder()),
                releases);
    }

    private static @Nullable Double best(
            List<MeasuredRoute> shown, Function<MeasuredRoute, @Nullable Double> metric, Comparator<Double> better) {
        return shown.stream().map(metric).filter(Objects::nonNull).max(better).orElse(null);
    }

    /** The same with each text of callers replaced. */
    BestShipped withTexts(UnaryOperator<@Nullable String> replacement) {
        return new BestShipped(
                String.valueOf(replacement.apply(route)), p95Ms, errorRate, costPerSuccess, taskSuccessDelta, releases);
    }
}
