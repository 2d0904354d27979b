package dev.shipgate.policy.live;

import dev.shipgate.policy.Diagnostic;
import dev.shipgate.policy.RulesetFiles;
import dev.shipgate.policy.git.SourceCommit;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The log of the rules that became active and of those that were refused. */
public interface RulesetLog {

    /**
     * Rules that may decide from now on.
     *
     * @param at since when
     * @param by the caller who made them active
     * @param commit the commit that the rules folder stood at; null where it is no Git work tree
     */
    record Activated(Instant at, String by, @Nullable SourceCommit commit) {}

    /** Nothing can be written now. */
    final class UnavailableException extends Exception {

        private static final long serialVersionUID = 1;

        public UnavailableException(Exception cause) {
            super(cause.getMessage(), cause);
        }
    }

    /**
     * Writes that rules become active. They may decide once this returns, and not before.
     *
     * @param previous the version that decided until now; null when none has since the start
     * @return the record that was written; of rules that were active already before a restart, the record that was
     *     written then
     * @throws UnavailableException when that could not be made sure of
     */
    Activated activated(RulesetFiles ruleset, @Nullable String previous, RulesetEdit edit) throws UnavailableException;

    /**
     * Writes, if it can, that rules were refused.
     *
     * @param version of the rules; null when they could not be read
     */
    void refused(@Nullable String version, List<Diagnostic> diagnostics, RulesetEdit edit);
}
