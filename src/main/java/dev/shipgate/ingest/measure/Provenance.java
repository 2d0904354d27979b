package dev.shipgate.ingest.measure;

import org.jspecify.annotations.Nullable;

/**
 * The origin of the numbers of a result, and their meaning.
 *
 * @param tool the name of the tool
 * @param toolVersion null where the file does not say
 * @param form which of the tool's forms the file has, such as {@code summary export}
 * @param p95Method how the 95th percentile was found, and of which requests
 * @param errorDefinition which requests count as failed
 */
public record Provenance(
        String tool, @Nullable String toolVersion, String form, String p95Method, String errorDefinition) {}
