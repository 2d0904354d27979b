package dev.shipgate.ingest.k6.metric;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shipgate.ingest.read.UnreadableResultException;
import java.util.Locale;
import java.util.Optional;

/** The four kinds of metrics that k6 has, each with the figure that is usually meant. */
public enum MetricKind {
    TREND("avg"),
    COUNTER("count"),
    RATE("rate"),
    GAUGE("value");

    private final String usualStat;

    MetricKind(String usualStat) {
        this.usualStat = usualStat;
    }

    public String usualStat() {
        return usualStat;
    }

    /** k6's word for it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Of k6's word for it. */
    public static Optional<MetricKind> of(String word) {
        for (MetricKind kind : values()) {
            if (kind.word().equals(word)) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }

    /**
     * The one that a metric says as its type.
     *
     * @param name of the metric
     * @throws UnreadableResultException when it is none
     */
    static MetricKind ofType(String name, JsonNode metric) {
        String type = metric.path("type").asText();
        return of(type).orElseThrow(() -> new UnreadableResultException(
                name + ": \"type\" (" + type + ") must be trend, counter, rate or gauge."));
    }
}
