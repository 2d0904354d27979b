package dev.shipgate.cli.releases;

import dev.shipgate.cli.remote.Columns;

/** Releases that shipped: where a service has them, and how they are printed. */
final class ShippedReleases {

    /** Where releases are marked and listed. */
    static final String PATH = "/v1/releases/shipped";

    static final Columns COLUMNS = Columns.of(
            "shipped_at", "source", "kind", "service", "environment", "version", "shipped_by", "decision_id");

    private ShippedReleases() {}
}
