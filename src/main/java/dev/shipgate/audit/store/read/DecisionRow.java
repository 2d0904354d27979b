package dev.shipgate.audit.store.read;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The columns of a decision that a list shows. */
public record DecisionRow(
        UUID decisionId,
        Instant evaluatedAt,
        String kind,
        @Nullable String service,
        @Nullable String environment,
        @Nullable String version,
        String verdict,
        String ruleset,
        List<String> rules,
        String caller) {}
