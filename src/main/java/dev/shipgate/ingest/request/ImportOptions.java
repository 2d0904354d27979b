package dev.shipgate.ingest.request;

import dev.shipgate.ingest.mapping.Mapping;
import org.jspecify.annotations.Nullable;

/**
 * The caller's options for files.
 *
 * @param mapping which names are which route
 * @param quality the measurements that the tool does not make
 * @param steps how a run is cut into steps; null when nobody said
 */
public record ImportOptions(
        Mapping mapping, Quality quality, @Nullable StepPlan steps) {}
