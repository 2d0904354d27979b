package dev.shipgate.ingest.k6.metric;

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
}
