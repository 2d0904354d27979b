package dev.shipgate.ingest.mapping;

import dev.shipgate.json.JsonObject;
import dev.shipgate.number.Numbers;
import dev.shipgate.number.Range;
import java.math.BigDecimal;
import java.math.MathContext;
import org.jspecify.annotations.Nullable;

/**
 * How a field of a route comes from metrics of the test's own: {@code metric * scale / per - minus}.
 *
 * @param metric its name in the tool
 * @param stat which of its figures, such as {@code avg}; null for the only one, or the usual one
 * @param per the metric that it is divided by; null for none
 * @param perStat which of its figures
 * @param scale such as 0.01, from cents
 * @param minus such as the success rate of the release before
 */
public record MetricMapping(
        String metric,
        @Nullable String stat,
        @Nullable String per,
        @Nullable String perStat,
        double scale,
        double minus) {

    /** Finds a figure of a metric in a file. */
    @FunctionalInterface
    public interface Lookup {

        /** The figure; null when there is none. */
        @Nullable
        Double find(String metric, @Nullable String stat);
    }

    static @Nullable MetricMapping read(JsonObject fields) {
        String metric = fields.string("metric");
        String stat = fields.string("stat");
        String per = fields.string("per");
        String perStat = fields.string("per_stat");
        Double scale = fields.number("scale", Range.ANY);
        Double minus = fields.number("minus", Range.ANY);
        fields.rejectUnknown();
        if (metric == null) {
            fields.invalid("metric", "is missing. It must be the name of a metric of the tool.");
            return null;
        }
        return new MetricMapping(metric, stat, per, perStat, scale == null ? 1 : scale, minus == null ? 0 : minus);
    }

    /** The value of the field; null when a metric is not there, or nothing can be divided by it. */
    public @Nullable Double value(Lookup file) {
        Double dividend = file.find(metric, stat);
        Double divisor = per == null ? Double.valueOf(1) : file.find(per, perStat);
        if (dividend == null || divisor == null || divisor == 0) {
            return null;
        }
        // In decimals, as they were written: 820 cents over 200 turns are 0.041, and no hair less or more.
        double value = BigDecimal.valueOf(dividend)
                .multiply(BigDecimal.valueOf(scale))
                .divide(BigDecimal.valueOf(divisor), MathContext.DECIMAL64)
                .subtract(BigDecimal.valueOf(minus))
                .doubleValue();
        return per == null ? value : Numbers.rounded(value);
    }
}
