package dev.shipgate.audit.store;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a list tells of a decision. */
public record DecisionRow(
        UUID decisionId,
        String kind,
        @Nullable String service,
        @Nullable String environment,
        @Nullable String version,
        String verdict,
        String ruleset,
        List<String> rules,
        String caller) {}
