package dev.shipgate.ingest.k6.metric;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shipgate.ingest.read.JsonDocument;
import dev.shipgate.ingest.read.UnreadableResultException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The figures that k6 calculated of one metric.
 *
 * @param values its figures under the names that {@code handleSummary} has them: {@code p(95)}, {@code passes}, ...
 * @param failedThresholds the conditions on it that k6 found not met
 */
public record SummaryMetric(MetricKey key, MetricKind kind, JsonNode values, List<String> failedThresholds) {

    public List<String> fields() {
        List<String> names = new ArrayList<>();
        values.fieldNames().forEachRemaining(names::add);
        return names;
    }

    /** One of its figures; null when it is not there. */
    @Nullable
    public Double number(String field) {
        try {
            return JsonDocument.number(values, field);
        } catch (UnreadableResultException e) {
            throw new UnreadableResultException(key + ": " + e.getMessage());
        }
    }

    /** A figure that counts something; null when it is not there. */
    @Nullable
    public Long count(String field) {
        try {
            return JsonDocument.count(values, field);
        } catch (UnreadableResultException e) {
            throw new UnreadableResultException(key + ": " + e.getMessage());
        }
    }

    /** A figure of a metric of the test's own; null when it is not there, or of no values. */
    @Nullable
    public Double figure(@Nullable String stat) {
        return isOfNothing() ? null : number(stat == null ? kind.usualStat() : stat);
    }

    /**
     * Whether it has no values. k6 writes zeros for such a trend or rate, which would pass as very fast and without
     * errors.
     */
    public boolean isOfNothing() {
        return switch (kind) {
            case TREND -> count("count") == null ? isAllZero() : Long.valueOf(0).equals(count("count"));
            case RATE -> isZero("passes") && isZero("fails");
            case COUNTER, GAUGE -> false;
        };
    }

    private boolean isAllZero() {
        return fields().stream().allMatch(this::isZero);
    }

    private boolean isZero(String field) {
        Double value = number(field);
        return value == null || value == 0;
    }
}
