package dev.shipgate.releases;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A filter for releases that shipped. Null stands for any.
 *
 * @param before only those that were marked before this decision was
 */
public record ShippedFilter(
        @Nullable String service,
        @Nullable String environment,
        @Nullable UUID before) {}
