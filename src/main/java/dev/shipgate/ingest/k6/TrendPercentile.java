package dev.shipgate.ingest.k6;

import dev.shipgate.ingest.k6.metric.SummaryMetric;
import dev.shipgate.ingest.measure.ChosenPercentile;
import dev.shipgate.ingest.measure.P95;
import dev.shipgate.ingest.measure.PercentileNames;
import dev.shipgate.ingest.measure.RisingPercentiles;
import dev.shipgate.ingest.measure.ToolPercentiles;
import dev.shipgate.ingest.read.UnreadableResultException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The percentile of a trend that is taken as p95: the 95th, or a stricter one where the mapping says so.
 *
 * @param percent 95 to 100
 */
record TrendPercentile(double percent) {

    /** As people and k6 write it, such as {@code p(95)}, {@code p(99.9)} or {@code p95}. */
    private static final PercentileNames NAMES = PercentileNames.of("p\\(?(\\d{1,3}(?:\\.\\d{1,12})?)\\)?");

    /** The usual one. */
    static final TrendPercentile OF_95 = new TrendPercentile(ChosenPercentile.P95);

    private static final Map<String, Double> EXTREMES = Map.of("min", 0.0, "med", 50.0, "max", 100.0);

    /**
     * The one that a mapping says.
     *
     * @param field null for the usual one
     * @throws UnreadableResultException when it is none, or a lower one
     */
    static TrendPercentile of(@Nullable String field) {
        if (field == null) {
            return OF_95;
        }
        ChosenPercentile chosen = ChosenPercentile.of(
                field,
                percent(field),
                ChosenPercentile.P95,
                "The mapping takes \"" + field
                        + "\" as p95. It must be a percentile of k6 from p(95) to p(100): a lower one would hide slow requests.");
        return new TrendPercentile(chosen.percentile());
    }

    /** The percent of a field's name, up to 100; null when it is no percentile. */
    private static @Nullable Double percent(String field) {
        Double percent = NAMES.percent(field);
        return percent == null || percent > 100 ? null : percent;
    }

    /** Its value in milliseconds; null when k6 was not told to calculate it. */
    @Nullable
    Double of(SummaryMetric trend) {
        for (String field : trend.fields()) {
            if (Double.valueOf(percent).equals(percent(field))) {
                return trend.number(field);
            }
        }
        return null;
    }

    /**
     * The bounds that a trend gives the 95th by the values around it, of which the least and the greatest one are the
     * last.
     */
    static P95 around(SummaryMetric trend) {
        return new ToolPercentiles(percents(trend), trend::number).between();
    }

    /** @throws UnreadableResultException when one of a trend is below a lower one */
    static void requireRising(SummaryMetric trend) {
        RisingPercentiles.require(
                trend.key().toString(), percents(trend), trend::number, RisingPercentiles.WAS_IT_CHANGED);
    }

    private static Map<String, Double> percents(SummaryMetric trend) {
        Map<String, Double> percents = new LinkedHashMap<>();
        for (String field : trend.fields()) {
            Double percent = EXTREMES.containsKey(field) ? EXTREMES.get(field) : percent(field);
            if (percent != null) {
                percents.put(field, percent);
            }
        }
        return percents;
    }

    /** How k6 says it. */
    String name() {
        String number = percent == Math.rint(percent) ? String.valueOf((int) percent) : String.valueOf(percent);
        return "p(" + number + ")";
    }

    /** For people who ask for the meaning of p95. */
    String method() {
        return "k6: " + name() + " of http_req_duration" + (percent == 95 ? "" : ", taken as p95")
                + ", of all requests, failed ones included";
    }
}
