package dev.shipgate.policy;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The newest edit of the rules and what became of it.
 *
 * @param version the content hash of the edit; null when the files could not be read
 * @param at when it was tried
 * @param outcome whether it decides now
 * @param diagnostics why it was refused; of one that was not, its warnings
 */
public record RulesetAttempt(@Nullable String version, Instant at, Outcome outcome, List<Diagnostic> diagnostics) {

    /** What became of an edit. */
    public enum Outcome {
        ACTIVATED,
        REFUSED
    }
}
