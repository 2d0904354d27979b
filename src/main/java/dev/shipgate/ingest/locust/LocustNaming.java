package dev.shipgate.ingest.locust;

import dev.shipgate.ingest.read.UnreadableResultException;
import org.jspecify.annotations.Nullable;

/** The naming of routes by names, or by names and types, of rows. */
enum LocustNaming {
    /** {@code /book}: Locust's own. */
    NAME,
    /** {@code GET /book}. */
    METHOD_NAME;

    static LocustNaming of(@Nullable String by) {
        if (by == null || by.equals("name")) {
            return NAME;
        }
        if (by.equals("method_name")) {
            return METHOD_NAME;
        }
        throw new UnreadableResultException(
                "The mapping names routes by \"" + by + "\". For Locust it must be name or method_name.");
    }

    String nameOf(StatsRow row) {
        return switch (this) {
            case NAME -> row.name();
            case METHOD_NAME -> row.type() + " " + row.name();
        };
    }
}
