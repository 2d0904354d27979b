package dev.shipgate.policy.live;

import dev.shipgate.policy.Diagnostic;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The newest edit of the rules and its outcome.
 *
 * @param version the content hash of the edit; null when the files could not be read
 * @param at when it was tried
 * @param outcome whether it decides now, or is still being tried
 * @param diagnostics why it was refused; of one that was not, its warnings
 */
public record RulesetAttempt(
        @Nullable String version, Instant at, AttemptOutcome outcome, List<Diagnostic> diagnostics) {

    /** An edit that is being tried. */
    static RulesetAttempt pending(@Nullable String version) {
        return new RulesetAttempt(version, Instant.now(), AttemptOutcome.PENDING, List.of());
    }

    boolean isPending() {
        return outcome == AttemptOutcome.PENDING;
    }

    /** The fate of an edit. */
    public enum AttemptOutcome {
        /** It is being compiled and tested, and does not decide yet. */
        PENDING,
        ACTIVATED,
        REFUSED
    }
}
