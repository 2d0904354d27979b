package dev.shipgate.waivers;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A decision that passes by a waiver. */
public record WaiverUse(
        UUID decisionId,
        Instant evaluatedAt,
        String kind,
        @Nullable String service,
        @Nullable String environment,
        @Nullable String version,
        String caller) {}
