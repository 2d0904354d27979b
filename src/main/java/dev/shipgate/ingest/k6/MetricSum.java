package dev.shipgate.ingest.k6;

import dev.shipgate.ingest.k6.metric.MetricKind;
import dev.shipgate.number.Numbers;
import org.jspecify.annotations.Nullable;

/** The figures of a metric that need none of its values kept. */
final class MetricSum {

    private long count;
    private long notZero;
    private double sum;
    private double min = Double.POSITIVE_INFINITY;
    private double max = Double.NEGATIVE_INFINITY;
    private double last;

    void add(double value) {
        count++;
        notZero += value == 0 ? 0 : 1;
        sum += value;
        min = Math.min(min, value);
        max = Math.max(max, value);
        last = value;
    }

    /** A figure under the name that k6's summaries have, and the sum of a trend; null for one that is not known. */
    @Nullable
    Double figure(MetricKind kind, String stat) {
        return switch (kind) {
            case COUNTER -> stat.equals("count") ? Double.valueOf(Numbers.withoutNoise(sum)) : null;
            case RATE -> ofRate(stat);
            case GAUGE -> stat.equals("value") ? Double.valueOf(last) : extreme(stat);
            case TREND -> ofTrend(stat);
        };
    }

    private @Nullable Double ofRate(String stat) {
        return switch (stat) {
            case "rate" -> Numbers.rounded((double) notZero / count);
            case "passes" -> (double) notZero;
            case "fails" -> (double) (count - notZero);
            default -> null;
        };
    }

    private @Nullable Double ofTrend(String stat) {
        return switch (stat) {
            case "avg" -> Numbers.rounded(sum / count);
            case "sum" -> Numbers.withoutNoise(sum);
            case "count" -> (double) count;
            default -> extreme(stat);
        };
    }

    private @Nullable Double extreme(String stat) {
        return switch (stat) {
            case "min" -> min;
            case "max" -> max;
            default -> null;
        };
    }
}
