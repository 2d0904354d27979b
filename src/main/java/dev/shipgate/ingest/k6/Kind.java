package dev.shipgate.ingest.k6;

import java.util.Locale;
import java.util.Optional;

/** The four kinds of metrics that k6 has, each with the figure that is usually meant. */
enum Kind {
    TREND("avg"),
    COUNTER("count"),
    RATE("rate"),
    GAUGE("value");

    private final String usualStat;

    Kind(String usualStat) {
        this.usualStat = usualStat;
    }

    String usualStat() {
        return usualStat;
    }

    /** k6's word for it. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Of k6's word for it. */
    static Optional<Kind> of(String word) {
        for (Kind kind : values()) {
            if (kind.word().equals(word)) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }
}
